/** Which fields have a column in customer tables. */
import { session } from '../session.js';
import { preferences } from '../shared/preferences.js';

/** The chosen columns in schema order, without the title, which always comes first. */
export function shownColumns() {
  const { columns, telling } = session.schema;
  const chosen = preferences.get('columns', telling);
  return columns.filter((field) => chosen.includes(field.name));
}

export function showColumn(name, shown) {
  const now = shownColumns().map((field) => field.name);
  preferences.set('columns', shown ? [...now, name] : now.filter((other) => other !== name));
}
