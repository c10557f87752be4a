/** Short words for a part of a condition, shown until the server's own wording has arrived. */
import { list } from '../pure/format.js';
import { formatOrdered } from '../pure/schema.js';
import { t } from '../../i18n/index.js';

const SIGNS = { gte: '≥', gt: '>', lte: '≤', lt: '<' };

export function partWords(part, schema, language) {
  if (part.not) return t('part.not', partWords(part.not, schema, language));
  const field = schema.field(part.field);
  if (!field) return part.field ?? part.text ?? '…';
  const label = field.label[language];
  if (part.in) return `${label}${t('part.is')}${list(part.in.map((v) => schema.valueLabel(field.name, v, language)), language)}`;
  if (part.exists !== undefined) return `${label} ${t(part.exists ? 'op.exists' : 'op.missing')}`;
  const bounds = Object.entries(SIGNS).filter(([bound]) => part[bound] !== undefined);
  return `${label} ${bounds.map(([bound, sign]) => `${sign} ${formatOrdered(field, part[bound], language)}`).join(' ')}`;
}
