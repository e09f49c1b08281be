/** A unit as `/api/v1/units/search` answers it. */
export interface FoundUnit {
  readonly name: string;
  readonly place: string | null;
  readonly reasons: readonly string[];
}

export interface Suggestion {
  /** What stands in the box until it is chosen: "Phường Phú An, Thành phố Hồ Chí Minh". */
  readonly value: string;
  readonly commune: string;
  readonly province: string;
  /** Why an old name leads here; empty where the name is its own. */
  readonly note: string;
  /** Browsers show only what contains the typed letters, in value or label: an old or unaccented name is put here. */
  readonly label: string;
}

/** Fewer letters find half of the country. */
export const FEWEST_LETTERS = 3;

export const suggestionsOf = (units: readonly FoundUnit[], typed: string): Suggestion[] =>
  units.map(({ name, place, reasons }) => {
    const value = place ? `${name}, ${place}` : name;
    const note = reasons.join('. ');
    const shown = `${value} ${note}`.toLocaleLowerCase('vi').includes(typed.trim().toLocaleLowerCase('vi'));
    const label = shown ? note : `${typed.trim()}: ${note || name}`;
    return { value, commune: name, province: place?.split(', ').at(-1) ?? '', note, label };
  });

/** The suggestion that was chosen: browsers put its value into the box. */
export const chosen = (typed: string, suggestions: readonly Suggestion[]): Suggestion | undefined =>
  suggestions.find(({ value }) => value === typed.trim());
