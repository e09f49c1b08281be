/** The administration; each area has its own address below it. */
export const ADMIN = '/desk/admin';
