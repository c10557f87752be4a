import { noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';

/**
 * Sets CSS custom properties of an element: `<span ${properties({ '--share': 0.5 })}>`. They go
 * through the CSSOM, because the content security policy forbids style attributes.
 */
class Properties extends Directive {
  render() {
    return noChange;
  }

  update(part, [values]) {
    for (const [name, value] of Object.entries(values)) part.element.style.setProperty(name, String(value));
    return noChange;
  }
}

export const properties = directive(Properties);
