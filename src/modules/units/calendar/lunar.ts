import { addDays, daysBetween, type LocalDate, localDate, yearOf } from './local-date.ts';

/**
 * The Vietnamese lunar calendar by Hồ Ngọc Đức's published rules ("Thuật toán tính âm lịch"): a month starts on the day
 * of the new moon at UTC+7, the winter solstice lies in month 11, and in a year of 13 months the first month without
 * a major solar term is the leap month. New moon and sun's longitude follow Meeus' short series (error of minutes).
 * Chinese libraries reckon at UTC+8 and are a day off where the new moon falls between 23:00 and midnight (Tết 2030).
 */
export interface LunarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** True in the leap month that repeats `month`. */
  readonly leap: boolean;
}

/** The series is good for these years; beyond them functions throw a RangeError. */
export const LUNAR_YEARS = { first: 1900, last: 2199 } as const;

const RADIANS = Math.PI / 180;
const SYNODIC_MONTH = 29.530588853;
/** Julian day of the mean new moon that is number 0 (1 January 1900). */
const NEW_MOON_0 = 2415021.076998695;
const UTC_OFFSET_DAYS = 7 / 24;
const EPOCH = localDate('1970-01-01');
const EPOCH_JULIAN_DAY = 2440588;

const julianDay = (date: LocalDate): number => daysBetween(EPOCH, date) + EPOCH_JULIAN_DAY;
const dateOfJulianDay = (day: number): LocalDate => addDays(EPOCH, day - EPOCH_JULIAN_DAY);
const sin = (degrees: number): number => Math.sin(degrees * RADIANS);

/** Julian day (with fraction, UT) of new moon number `k`. Meeus, Astronomical Algorithms (first edition), chapter 47. */
function newMoon(k: number): number {
  const t = k / 1236.85;
  const [t2, t3] = [t * t, t * t * t];
  const mean =
    2415020.75933 +
    29.53058868 * k +
    0.0001178 * t2 -
    0.000000155 * t3 +
    0.00033 * sin(166.56 + 132.87 * t - 0.009173 * t2);
  const sun = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3;
  const moon = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3;
  const node = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3;
  const correction =
    (0.1734 - 0.000393 * t) * sin(sun) +
    0.0021 * sin(2 * sun) -
    0.4068 * sin(moon) +
    0.0161 * sin(2 * moon) -
    0.0004 * sin(3 * moon) +
    0.0104 * sin(2 * node) -
    0.0051 * sin(sun + moon) -
    0.0074 * sin(sun - moon) +
    0.0004 * sin(2 * node + sun) -
    0.0004 * sin(2 * node - sun) -
    0.0006 * sin(2 * node + moon) +
    0.001 * sin(2 * node - moon) +
    0.0005 * sin(2 * moon + sun);
  const dynamicalMinusUniversal = -0.000278 + 0.000265 * t + 0.000262 * t2;
  return mean + correction - dynamicalMinusUniversal;
}

/** Julian day number of the day in Viet Nam that contains new moon number `k`. */
const newMoonDay = (k: number): number => Math.floor(newMoon(k) + 0.5 + UTC_OFFSET_DAYS);

/** Which twelfth of the ecliptic (0 from the vernal equinox) the sun stands in at the start of a day in Viet Nam. */
function sunSector(day: number): number {
  const t = (day - 0.5 - UTC_OFFSET_DAYS - 2451545) / 36525;
  const anomaly = 357.5291 + 35999.0503 * t - 0.0001559 * t * t - 0.00000048 * t ** 3;
  const longitude =
    280.46645 +
    36000.76983 * t +
    0.0003032 * t * t +
    (1.9146 - 0.004817 * t - 0.000014 * t * t) * sin(anomaly) +
    (0.019993 - 0.000101 * t) * sin(2 * anomaly) +
    0.00029 * sin(3 * anomaly);
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}

const newMoonNumber = (day: number): number => Math.floor(0.5 + (day - NEW_MOON_0) / SYNODIC_MONTH);

/** First day (Julian) of the lunar month 11 that contains the winter solstice of `year`. */
function monthElevenOf(year: number): number {
  const k = Math.floor((julianDay(localDate(`${year}-12-31`)) - 2415021) / SYNODIC_MONTH);
  const start = newMoonDay(k);
  return sunSector(start) >= 9 ? newMoonDay(k - 1) : start;
}

/** Position after month 11 of the leap month; undefined between two months 11 that lie twelve months apart. */
function leapPosition(monthEleven: number, nextMonthEleven: number): number | undefined {
  if (nextMonthEleven - monthEleven <= 365) return undefined;
  const k = newMoonNumber(monthEleven);
  for (let i = 1; i < 14; i++) if (sunSector(newMoonDay(k + i)) === sunSector(newMoonDay(k + i + 1))) return i;
  return undefined;
}

function assertYear(year: number): void {
  if (!Number.isInteger(year) || year < LUNAR_YEARS.first || year > LUNAR_YEARS.last)
    throw new RangeError(
      `The lunar calendar is computed for ${LUNAR_YEARS.first}–${LUNAR_YEARS.last}, not for ${year}`,
    );
}

export function solarToLunar(date: LocalDate): LunarDate {
  const solarYear = yearOf(date);
  assertYear(solarYear);
  const day = julianDay(date);
  let k = Math.floor((day - NEW_MOON_0) / SYNODIC_MONTH) + 1;
  while (newMoonDay(k) > day) k--;
  const start = newMoonDay(k);
  const [before, within, after] = [solarYear - 1, solarYear, solarYear + 1].map(monthElevenOf) as [
    number,
    number,
    number,
  ];
  const [eleven, nextEleven, year] = start < within ? [before, within, solarYear] : [within, after, solarYear + 1];
  const position = Math.floor((start - eleven) / 29);
  const leapAt = leapPosition(eleven, nextEleven);
  const shifted = leapAt !== undefined && position >= leapAt ? position - 1 : position;
  const month = ((shifted + 10) % 12) + 1;
  return {
    year: month >= 11 && position < 4 ? year - 1 : year,
    month,
    day: day - start + 1,
    leap: position === leapAt,
  };
}

/** The solar day; undefined when the lunar calendar has no such day (a 30th of a short month, a leap month elsewhere). */
export function lunarToSolar(lunar: LunarDate): LocalDate | undefined {
  assertYear(lunar.year);
  const { year, month, day, leap } = lunar;
  const [from, to] = month < 11 ? [year - 1, year] : [year, year + 1];
  const [eleven, nextEleven] = [monthElevenOf(from), monthElevenOf(to)];
  const leapAt = leapPosition(eleven, nextEleven);
  let position = (month + 1) % 12;
  if (leap && (leapAt === undefined || position !== leapAt - 1)) return undefined;
  if (leapAt !== undefined && (leap || position >= leapAt)) position++;
  const k = newMoonNumber(eleven) + position;
  const inMonth = Number.isInteger(day) && day >= 1 && newMoonDay(k) + day <= newMoonDay(k + 1);
  return inMonth && month >= 1 && month <= 12 ? dateOfJulianDay(newMoonDay(k) + day - 1) : undefined;
}

function solarOf(year: number, month: number, day: number): LocalDate {
  const date = lunarToSolar({ year, month, day, leap: false });
  if (!date) throw new RangeError(`No lunar day ${day}/${month}/${year}`);
  return date;
}

/** First day of the lunar year (mùng 1 Tết). */
export const tet = (year: number): LocalDate => solarOf(year, 1, 1);

/** Day of the Hùng Kings (10/3 âm lịch). */
export const gioTo = (year: number): LocalDate => solarOf(year, 3, 10);
