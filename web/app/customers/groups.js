/** How a customer's fields are grouped on screen: by what kind of thing they say. */
import { isOrdered } from '../pure/schema.js';

function groupOf(field, title) {
  if (field.name === title) return 'names';
  if (field.record) return 'records';
  if (field.type === 'phone' || field.type === 'email') return 'contacts';
  if (field.type === 'text') return field.personal ? 'contacts' : 'names';
  return isOrdered(field) ? 'numbers' : 'classes';
}

/** @returns {{key: 'names'|'contacts'|'classes'|'numbers'|'records', fields: object[]}[]} */
export function groupedFields(schema) {
  return ['names', 'contacts', 'classes', 'numbers', 'records'].map((key) => ({
    key,
    fields: schema.fields.filter((field) => groupOf(field, schema.title) === key),
  }));
}
