import fc from 'fast-check';
import { expect, test } from 'vitest';
import { citizenNoChecker } from './citizen-no-data.ts';
import { type ProfileInput, readProfile } from './profile-rules.ts';

const TODAY = '2026-11-24';
const check = citizenNoChecker(TODAY);
const good: ProfileInput = {
  fullName: '  Nguyễn   Thị Thử ',
  dateOfBirth: '1998-02-28',
  sex: 'nu',
  citizenNo: '074 198 000001',
  citizenNoConfirmed: false,
  address: 'Số 1 đường Thử,\n khu phố 1, phường Thử',
};
const read = (change: Partial<ProfileInput>) => readProfile({ ...good, ...change }, TODAY, check);

test('a good profile is tidied and kept', () => {
  expect(read({})).toEqual({
    values: {
      fullName: 'Nguyễn Thị Thử',
      dateOfBirth: '1998-02-28',
      sex: 'nu',
      citizenNo: '074198000001',
      address: 'Số 1 đường Thử, khu phố 1, phường Thử',
    },
  });
  expect(read({ citizenNo: '' })).toMatchObject({ values: { citizenNo: null } });
});

test('names of many peoples are names', () => {
  for (const fullName of ['H’Hen Niê', "K'Thử", 'Y', 'Siu Black', 'Jean-Luc O. Thử', 'Đỗ Thử']) {
    expect('values' in read({ fullName }), fullName).toBe(fullName !== 'Y');
  }
  for (const fullName of ['', 'A1', '12', '<b>', 'x'.repeat(101)]) {
    expect(read({ fullName })).toMatchObject({ faults: { fields: ['fullName'] } });
  }
});

test('what is missing or impossible is named, all at once', () => {
  expect(read({ fullName: '', dateOfBirth: '', sex: '', address: ' ' })).toMatchObject({
    faults: { fields: ['fullName', 'dateOfBirth', 'sex', 'address'], askToConfirm: false },
  });
  for (const dateOfBirth of ['1998-02-30', '2026-11-25', '1899-12-31', '98-2-1']) {
    expect(read({ dateOfBirth })).toMatchObject({ faults: { fields: ['dateOfBirth'] } });
  }
});

test('a number that is wrong in itself cannot be confirmed', () => {
  for (const citizenNo of ['123', '07419800000', 'abc']) {
    expect(read({ citizenNo, citizenNoConfirmed: true })).toMatchObject({
      faults: { fields: ['citizenNo'], askToConfirm: false, citizenNo: { message: expect.any(String) } },
    });
  }
});

test('a number that contradicts sex or birth year, or is unusual, is asked about once', () => {
  for (const change of [{ sex: 'nam' }, { dateOfBirth: '1997-02-28' }, { citizenNo: '999198000001' }]) {
    expect(read(change)).toMatchObject({ faults: { fields: ['citizenNo'], askToConfirm: true } });
    expect(read({ ...change, citizenNoConfirmed: true })).toMatchObject({ values: { citizenNo: expect.any(String) } });
  }
});

test('whatever is typed, the answer is values or at least one fault', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(good.fullName, good.dateOfBirth, 'nu', good.citizenNo),
  );
  const input = fc.record({
    fullName: text,
    dateOfBirth: text,
    sex: text,
    citizenNo: text,
    citizenNoConfirmed: fc.boolean(),
    address: text,
  });
  fc.assert(
    fc.property(input, (typed) => {
      const answer = readProfile(typed, TODAY, check);
      return 'values' in answer
        ? answer.values.citizenNo === null || /^\d{12}$/.test(answer.values.citizenNo)
        : answer.faults.fields.length > 0;
    }),
  );
});
