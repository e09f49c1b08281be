import ethnicityList from '../../../../db/seed/forms/lists/ethnicities.json' with { type: 'json' };
import nationalityList from '../../../../db/seed/forms/lists/nationalities.json' with { type: 'json' };

/** The value of "none of these" in a list that lets one write the name; it is never stored as an answer. */
export const OTHER = 'khac';

/** The 54 peoples of Viet Nam, the most numerous first. */
export const ethnicities: readonly string[] = ethnicityList.items;

/** Countries often met in civil-status filings, Viet Nam first. */
export const nationalities: readonly string[] = nationalityList.items;

export const listOf = (type: 'ethnicity' | 'nationality'): readonly string[] =>
  type === 'ethnicity' ? ethnicities : nationalities;
