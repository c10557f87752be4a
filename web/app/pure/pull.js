/** How a program fetches a segment's members. */

export const FORMATS = ['json', 'ndjson', 'csv'];

const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`;

export function membersUrl(origin, segment, format) {
  const query = format === 'json' ? '?format=json&limit=1000' : `?format=${format}`;
  return `${origin}/api/v1/segments/${encodeURIComponent(segment)}/members${query}`;
}

/** A command for a POSIX shell; the key comes from the environment so that it stays out of history. */
export function curlCommand(origin, segment, format) {
  const target = format === 'json' ? '' : ` \\\n  --output ${quoted(`${segment}.${format}`)}`;
  return `curl --fail --silent --show-error \\\n  --header "Authorization: Bearer $WINNOW_KEY" \\\n  ${quoted(
    membersUrl(origin, segment, format),
  )}${target}`;
}
