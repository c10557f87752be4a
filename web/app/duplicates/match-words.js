/** Why two customers may be the same, in words. */
import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';

/** Weights are in bits: each doubles the odds. */
const STRONG = 6;
const SOME = 3;
const BRIEF = 3;

export function reasonWord(code) {
  return t(`match.${code}`) ?? code;
}

/** The strongest reasons, in one line. */
export function reasonsBrief(reasons) {
  return reasons
    .filter(({ weight }) => weight > 0)
    .slice(0, BRIEF)
    .map(({ code }) => reasonWord(code))
    .join(t('comma'));
}

/** How much a reason says. */
export function weightWord(weight) {
  if (weight < 0) return t('weight.against');
  if (weight >= STRONG) return t('weight.strong');
  return t(weight >= SOME ? 'weight.some' : 'weight.weak');
}

export function likelihood(score, { automatic = 0.95 } = {}) {
  return t(score >= automatic ? 'likelihood.sure' : 'likelihood.perhaps');
}

/** One reason with what was compared. */
export function reasonLine({ code, weight, left, right }) {
  const sign = weight < 0 ? '≠' : '≈';
  const words = left && right && left !== right ? `${left} ${sign} ${right}` : left || right;
  return html`
    <li class="reason ${weight < 0 ? 'is-against' : ''}">
      <span class="weight">${weightWord(weight)}</span>
      <strong>${reasonWord(code)}</strong>
      <span class="muted number">${words || nothing}</span>
    </li>
  `;
}
