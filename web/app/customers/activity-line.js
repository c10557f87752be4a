/** One activity in the timeline. */
import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { day, moment, money, number, relative } from '../pure/format.js';
import { icon } from '../shared/icon.js';
import { preferences } from '../shared/preferences.js';

const ICONS = { purchase: 'purchase', call: 'phone', visit: 'visit', message: 'message', email: 'email', event: 'event', complaint: 'warning', suggestion: 'message', praise: 'praise' };
const BEST_SCORE = 5;

export function activityLine(activity) {
  const { language } = preferences;
  const { kind, type, time } = activity;
  const isReturn = kind === 'purchase' && (activity.amount < 0 || activity.quantity < 0);
  return html`
    <li class="activity-line is-${kind} ${activity.open ? 'is-open' : ''}">
      <span class="activity-icon">${icon(ICONS[type ?? kind] ?? 'event')}</span>
      <time datetime=${time} title=${moment(time, language)}>${day(time.slice(0, 10), language)}<span class="muted">${relative(time, language)}</span></time>
      <div class="activity-words">
        ${kind === 'purchase' ? purchase(activity, language, isReturn) : contact(activity)}
        ${activity.text ? html`<p>${activity.text}</p>` : nothing}
      </div>
      ${kind === 'purchase' ? html`<span class="number activity-amount ${isReturn ? 'bad' : ''}">${money(activity.amount, language, activity.currency)}</span>` : nothing}
    </li>
  `;
}

function purchase({ order, product, category, quantity }, language, isReturn) {
  const decimals = (String(quantity).split('.')[1] ?? '').length;
  return html`<p><strong>${product || t(isReturn ? 'activity.return' : 'activity.purchase')}</strong>${quantity === undefined || Math.abs(quantity) === 1 ? nothing : html` <span class="number">× ${number(Math.abs(quantity), language, decimals)}</span>`}${isReturn ? html` <span class="badge badge-bad">${t('activity.return')}</span>` : nothing}</p>
    <p class="muted">${[category, order ? t('activity.order', order) : ''].filter(Boolean).join(' · ')}</p>`;
}

function contact({ kind, type, direction, score, open }) {
  return html`<p><strong>${t(`type.${type}`) ?? type}</strong>${direction ? html` <span class="muted">${t(`direction.${direction}`)}</span>` : nothing}
    ${score === undefined || score === null ? nothing : html` <span class="muted number">${t('activity.score', score, BEST_SCORE)}</span>`}
    ${kind === 'feedback' && type === 'complaint' ? html` <span class="badge ${open ? 'badge-bad' : ''}">${t(open ? 'activity.open' : 'activity.closed')}</span>` : nothing}</p>`;
}
