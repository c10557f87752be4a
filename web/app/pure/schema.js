/** The server's schema with the questions the screens ask of it. */
import { ancestry, leafName } from './facet-list.js';
import { day, money, number } from './format.js';

const TELLING_WORDS = 5;
const ORDERED = new Set(['number', 'money', 'date']);
const SORTED_TYPES = new Set(['keyword', 'tree', 'boolean', ...ORDERED]);

export class Schema {
  #byName;

  constructor({ title, fields }) {
    this.title = title;
    this.fields = fields;
    this.#byName = new Map(fields.map((field) => [field.name, field]));
  }

  field(name) {
    return this.#byName.get(name);
  }

  get facets() {
    return this.fields.filter((field) => field.facet);
  }

  /** Fields that can have a column beside the title: those with one value first. */
  get columns() {
    const others = this.fields.filter((field) => field.name !== this.title);
    const single = others.filter((field) => field.facet && !field.multi);
    return [...single, ...others.filter((field) => !single.includes(field))];
  }

  /** Fields by which customers can be put in order. */
  isSortable(field) {
    return !field.multi && (SORTED_TYPES.has(field.type) || field.name === this.title);
  }

  /** What tells most about a customer: the upper facets of words, the first of money, the latest of days. */
  get telling() {
    const single = this.facets.filter((field) => !field.multi);
    const words = single.filter((field) => !isOrdered(field)).slice(0, TELLING_WORDS);
    const amount = single.find((field) => field.type === 'money') ?? single.find(isNumeric);
    const days = single.filter((field) => field.type === 'date');
    const day = days.find((field) => field.name.startsWith('last_')) ?? days[0];
    return [...words, amount, day].filter(Boolean).map((field) => field.name);
  }

  label(name, language) {
    return this.field(name)?.label[language] ?? name;
  }

  /** A worded value as people read it: the configured label, else the last step of a path. */
  valueLabel(name, value, language) {
    const field = this.field(name);
    const known = field?.values?.find((item) => item.value === value);
    if (known) return known.label[language];
    return field?.type === 'tree' ? leafName(value) : String(value);
  }

  /** The labels of the nodes above a tree value, from the top. */
  labelsAbove(name, path, language) {
    return ancestry(path).slice(0, -1).map((node) => this.valueLabel(name, node, language));
  }

  titleOf(customer) {
    return customer.fields[this.title] ?? customer.id;
  }
}

export function isOrdered(field) {
  return ORDERED.has(field.type);
}

/** Whether a column of this field is read from the right, as numbers are. */
export function isNumeric(field) {
  return field.type === 'number' || field.type === 'money';
}

/** An ordered value in full. */
export function formatOrdered(field, value, language) {
  if (field.type === 'money') return money(value, language, field.currency, field.decimals);
  if (field.type === 'date') return /^\d/.test(value) ? day(value, language) : String(value);
  const text = number(value, language, field.decimals);
  return field.unit ? `${text} ${field.unit}` : text;
}
