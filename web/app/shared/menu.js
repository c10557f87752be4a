import { html } from 'lit';

const close = (details) => {
  details.open = false;
};

function closeOutside(event) {
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!menu.contains(event.target)) close(menu);
  }
}

document.addEventListener('click', closeOutside);
document.addEventListener('focusin', closeOutside);
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    close(menu);
    menu.querySelector('summary').focus();
  }
});

/**
 * A button that opens a panel. It closes on Escape, on a click elsewhere and, unless told to stay,
 * after a choice.
 */
export function menu({ button, label, content, className = 'button', stay = false }) {
  const chosen = (event) => {
    if (!stay && event.target.closest('button, a')) close(event.currentTarget.closest('details'));
  };
  return html`
    <details class="menu">
      <summary class=${className} aria-label=${label} title=${label} role="button">${button}</summary>
      <div class="menu-panel" @click=${chosen}>${content}</div>
    </details>
  `;
}
