/** Pages of the gallery; together they show every component and layout. */
export const kitViews = [
  'home',
  'fields',
  'lists',
  'desk',
  'hand-over',
  'not-found',
  'forbidden',
  'too-many',
  'server-error',
  'offline',
] as const;

export type KitView = (typeof kitViews)[number];
