/** The way from an import to the customers it brought. */
import { session } from '../session.js';

/** Explore, narrowed to what came from this import when the schema records where values come from. */
export function exploreAddress({ source }) {
  const sources = session.schema.fields.find(({ record }) => record === 'sources');
  if (!sources || !source) return '/';
  const condition = { all: [{ field: sources.name, in: [source] }] };
  return `/?c=${encodeURIComponent(JSON.stringify(condition))}`;
}
