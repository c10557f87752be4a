/** Numbers, money, days and times as people read them, by language. */

const LOCALES = { en: 'en-GB', zh: 'zh-CN' };
const NUMBER_LOCALES = { en: 'en-US', zh: 'zh-CN' };
const cache = new Map();

function formatter(kind, language, options) {
  const key = `${kind}${language}${JSON.stringify(options)}`;
  const locales = kind === 'NumberFormat' ? NUMBER_LOCALES : LOCALES;
  if (!cache.has(key)) cache.set(key, new Intl[kind](locales[language], options));
  return cache.get(key);
}

export function number(value, language, decimals = 0) {
  return formatter('NumberFormat', language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
}

/** Short, for axes only: 12K, 1.2万. */
export function compact(value, language) {
  return formatter('NumberFormat', language, { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

/** Share of a whole: exact ends, otherwise one decimal near them; only all is 100 %. */
export function share(part, whole, language) {
  const ratio = whole === 0 ? 0 : part / whole;
  if (ratio > 0 && ratio < 0.001) return language === 'zh' ? '不到 0.1%' : '< 0.1%';
  if (ratio > 0.999 && ratio < 1) return language === 'zh' ? '超过 99.9%' : '> 99.9%';
  return formatter('NumberFormat', language, {
    style: 'percent',
    maximumFractionDigits: ratio < 0.1 || ratio > 0.99 ? 1 : 0,
  }).format(ratio);
}

export function money(value, language, currency, decimals = 2) {
  return formatter('NumberFormat', language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
}

/** A calendar day; it belongs to no time zone. All months have three letters, so that days line up. */
export function day(iso, language) {
  const date = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  return formatter('DateTimeFormat', language, {
    year: 'numeric',
    month: language === 'zh' ? '2-digit' : 'short',
    day: '2-digit',
    timeZone: 'UTC',
  })
    .format(date)
    .replace('Sept', 'Sep');
}

export function moment(instant, language) {
  return formatter('DateTimeFormat', language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));
}

const UNITS = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** How long ago or from now: 3 days ago, 昨天. */
export function relative(instant, language, now = Date.now()) {
  const seconds = (new Date(instant).getTime() - now) / 1000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  const rounded = unit === 'second' ? 0 : Math.round(seconds / size);
  return formatter('RelativeTimeFormat', language, { numeric: 'auto' }).format(rounded, unit);
}

/** How long ago a calendar day was, counted in whole days from today's date. */
export function relativeDay(iso, language, today = new Date()) {
  const start = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate());
  const days = Math.round((Date.parse(`${iso}T00:00:00Z`) - start) / 86_400_000);
  const [unit, size] = [['year', 365.25], ['month', 30.44], ['day', 1]].find(([, n]) => Math.abs(days) >= n) ?? ['day', 1];
  return formatter('RelativeTimeFormat', language, { numeric: 'auto' }).format(Math.round(days / size), unit);
}

/** Values listed as in a sentence. */
export function list(words, language) {
  return formatter('ListFormat', language, { type: 'disjunction' }).format(words);
}
