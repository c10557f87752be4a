import { t } from '../../i18n/index.js';
import { Element } from './element.js';
import { preferences } from './preferences.js';

const COLOURS = {
  strong: '--scale-strong',
  weak: '--scale-weak',
  none: '--scale-none',
  ink: '--ink',
  soft: '--ink-soft',
  line: '--line',
  surface: '--raised',
  chart: '--chart',
  font: '--font',
};

function palette() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(Object.entries(COLOURS).map(([name, property]) => [name, style.getPropertyValue(property).trim()]));
}

/**
 * A chart drawn by ECharts, which is fetched when the first chart is shown. What it says must also
 * stand beside it as text or as a table: a canvas says nothing to a screen reader but its label.
 */
export class ChartCanvas extends Element {
  static properties = {
    /** Gives the options for a palette. */
    options: { attribute: false },
    label: { attribute: false },
    /** Called with the data of the item that was clicked. */
    pick: { attribute: false },
  };

  #chart;
  #resized = new ResizeObserver(() => this.#chart?.resize());
  #scheme = matchMedia('(prefers-color-scheme: dark)');

  connectedCallback() {
    super.connectedCallback();
    this.#resized.observe(this);
    this.#scheme.addEventListener('change', this);
    if (this.hasUpdated) this.requestUpdate();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#resized.disconnect();
    this.#scheme.removeEventListener('change', this);
    this.#chart?.dispose();
    this.#chart = null;
  }

  async updated() {
    this.setAttribute('role', 'img');
    this.setAttribute('aria-label', this.label ?? t('chart'));
    const { init } = await import('echarts');
    if (!this.isConnected) return;
    if (!this.#chart) {
      this.#chart = init(this, null, { renderer: 'canvas' });
      this.#chart.on('click', ({ data }) => this.pick?.(data));
    }
    this.#chart.setOption(this.options(palette(), preferences.language), { notMerge: true });
  }
}

customElements.define('chart-canvas', ChartCanvas);
