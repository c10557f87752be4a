/** The base of all components. */
import { LitElement } from 'lit';
import { preferences } from './preferences.js';

/**
 * Renders into the document itself: one set of style sheets, and labels, descriptions and focus
 * order work across components. Renders again when the language or another preference changes.
 */
export class Element extends LitElement {
  #watched = [];

  createRenderRoot() {
    return this;
  }

  /** Renders again whenever the source says `change`. */
  watch(source) {
    this.#watched.push(source);
    if (this.isConnected) source.addEventListener('change', this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.requestUpdate();
    for (const source of [preferences, ...this.#watched]) source.addEventListener('change', this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    for (const source of [preferences, ...this.#watched]) source.removeEventListener('change', this);
  }

  handleEvent() {
    this.requestUpdate();
  }

  /** One that has left the document before its turn came has nothing to show, perhaps no data. */
  shouldUpdate() {
    return this.isConnected;
  }

  get language() {
    return preferences.language;
  }

  /** Tells the parent something, with details. */
  emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }
}
