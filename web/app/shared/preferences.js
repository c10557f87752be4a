/** What the reader chose for this browser: language, theme, open facets, columns. */

const KEY = 'winnow';

class Preferences extends EventTarget {
  #stored;

  constructor() {
    super();
    try {
      this.#stored = JSON.parse(localStorage.getItem(KEY)) ?? {};
    } catch {
      this.#stored = {};
    }
  }

  get(name, otherwise) {
    return this.#stored[name] ?? otherwise;
  }

  set(name, value) {
    this.#stored = { ...this.#stored, [name]: value };
    try {
      localStorage.setItem(KEY, JSON.stringify(this.#stored));
    } catch {
      // Without storage the choice lasts until the page is left.
    }
    this.dispatchEvent(new Event('change'));
  }

  get language() {
    return this.get('language', document.documentElement.lang.startsWith('zh') ? 'zh' : 'en');
  }

  set language(language) {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    this.set('language', language);
  }

  get dark() {
    const chosen = this.get('theme');
    return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  }

  toggleTheme() {
    const theme = this.dark ? 'light' : 'dark';
    document.documentElement.dataset.theme = theme;
    this.set('theme', theme);
  }
}

export const preferences = new Preferences();
