/** Today's name of a commune, found by the name that people remember. */
export const PLACES = '/ten-xa-phuong';
