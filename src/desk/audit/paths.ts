export const AUDIT = '/desk/kiem-soat';
export const AUDIT_CHAIN = `${AUDIT}/chuoi`;
export const AUDIT_READS = `${AUDIT}/luot-xem`;
export const AUDIT_STAFF = `${AUDIT}/can-bo`;

/** A list with its filters, without the parts that say nothing. */
export function listPath(path: string, filters: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams(Object.entries(filters).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  return query.size > 0 ? `${path}?${query}` : path;
}
