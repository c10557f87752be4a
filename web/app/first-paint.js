// Runs before the first paint so that a chosen theme and language never flash the other one.
{
  const stored = (() => {
    try {
      return JSON.parse(localStorage.getItem('winnow')) ?? {};
    } catch {
      return {};
    }
  })();
  if (stored.theme) document.documentElement.dataset.theme = stored.theme;
  const language = stored.language ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}
