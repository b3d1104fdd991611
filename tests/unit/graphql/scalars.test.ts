import { describe, expect, test } from '@jest/globals';
import { GraphQLError, type GraphQLScalarType, Kind, parseValue } from 'graphql';
import {
  CreditCodeScalar,
  DateScalar,
  DateTimeScalar,
  MoneyScalar,
  NationalIdScalar,
  PhoneNumberScalar,
  scalars,
} from '../../../src/kernel/graphql/scalars.js';

/** A variable and a literal go through different doors; every rule must hold at both. */
function bothWays(scalar: GraphQLScalarType, text: string): unknown {
  const variable = scalar.parseValue(text);
  expect(scalar.parseLiteral({ kind: Kind.STRING, value: text })).toEqual(variable);
  return variable;
}

function refusal(act: () => unknown): GraphQLError {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(GraphQLError);
    return error as GraphQLError;
  }
  throw new Error('accepted');
}

function refused(scalar: GraphQLScalarType, text: string): void {
  for (const act of [() => scalar.parseValue(text), () => scalar.parseLiteral({ kind: Kind.STRING, value: text })]) {
    const error = refusal(act);
    expect(error.extensions.code).toBe('INVALID_VALUE');
    expect(error.message).toMatch(/^\w+: .*\p{Script=Han}.* \/ .*[a-z]/u);
    if (/\d{8}/.test(text)) expect(error.message).not.toContain(text);
  }
}

describe('every scalar', () => {
  test.each(scalars.map((scalar) => [scalar.name, scalar] as const))(
    '%s points to its standard and is described in both languages',
    (_, scalar) => {
      expect(scalar.specifiedByURL).toMatch(/^https:\/\//);
      expect(scalar.description).toMatch(/\p{Script=Han}.* \/ .*[a-z]/u);
    },
  );

  test.each(scalars.map((scalar) => [scalar.name, scalar] as const))(
    '%s takes strings only, as variables and as literals',
    (_, scalar) => {
      for (const value of [12, 12.5, 12n, true, null, undefined, {}, [], new Date(0)]) {
        expect(refusal(() => scalar.parseValue(value)).extensions.code).toBe('INVALID_VALUE');
      }
      for (const literal of ['12', '12.5', 'true', 'NAME', '[]', '{a: 1}', 'null']) {
        const error = refusal(() => scalar.parseLiteral(parseValue(literal)));
        expect(error.extensions.code).toBe('INVALID_VALUE');
        expect(error.nodes).toHaveLength(1);
      }
    },
  );

  test.each(scalars.map((scalar) => [scalar.name, scalar] as const))(
    '%s does not repeat in an error what a resolver wrongly returned',
    (_, scalar) => {
      expect(() => scalar.serialize({ secret: '11010519491231002X' })).toThrow(TypeError);
      expect(() => scalar.serialize({ secret: '11010519491231002X' })).toThrow(/^(?!.*11010519491231002X)/);
      expect(() => scalar.serialize(true)).toThrow(TypeError);
    },
  );
});

describe('DateTime', () => {
  test('an instant with any offset becomes a Date', () => {
    expect(bothWays(DateTimeScalar, '2026-01-01T08:00:00+08:00')).toEqual(new Date('2026-01-01T00:00:00Z'));
    expect(bothWays(DateTimeScalar, '2026-01-01T00:00:00.123456Z')).toEqual(new Date('2026-01-01T00:00:00.123Z'));
  });

  test('a time without offset, a day alone and a day that does not exist are refused', () => {
    for (const text of [
      '2026-01-01T08:00:00',
      '2026-01-01',
      '2026-02-30T00:00:00Z',
      '2026-01-01T24:00:00Z',
      '2026-01-01 08:00:00Z',
      'now',
      '',
    ])
      refused(DateTimeScalar, text);
  });

  test('Date objects and ISO strings of rows are shown in UTC', () => {
    expect(DateTimeScalar.serialize(new Date('2026-01-01T08:00:00+08:00'))).toBe('2026-01-01T00:00:00.000Z');
    expect(DateTimeScalar.serialize('2026-01-01T08:00:00.123456+08:00')).toBe('2026-01-01T00:00:00.123Z');
  });

  test('an invalid Date, a number and a string without offset are a fault of the resolver', () => {
    for (const value of [new Date('x'), 1_700_000_000, Number.POSITIVE_INFINITY, '2026-01-01T08:00:00']) {
      expect(() => DateTimeScalar.serialize(value)).toThrow(TypeError);
    }
  });
});

describe('Date', () => {
  test('a day stays the string it is, in and out', () => {
    expect(bothWays(DateScalar, '2024-02-29')).toBe('2024-02-29');
    expect(DateScalar.serialize('2024-02-29')).toBe('2024-02-29');
  });

  test('a day that does not exist and a date-time are refused', () => {
    for (const text of ['2026-02-29', '2026-2-1', '2026-01-01T00:00:00Z', '20260101', '']) refused(DateScalar, text);
  });

  test('a JS Date is a fault of the resolver', () => {
    expect(() => DateScalar.serialize(new Date())).toThrow(TypeError);
    expect(() => DateScalar.serialize('2026-02-29')).toThrow(TypeError);
  });
});

describe('Money', () => {
  test('a decimal string becomes fen and comes back with two decimals', () => {
    expect(bothWays(MoneyScalar, '12.3')).toBe(1230n);
    expect(bothWays(MoneyScalar, '-0.05')).toBe(-5n);
    expect(MoneyScalar.serialize(1230n)).toBe('12.30');
  });

  test('a third decimal, grouping, exponents and huge amounts are refused', () => {
    for (const text of ['12.345', '1,000', '1e3', '1000000000000', '', 'free']) refused(MoneyScalar, text);
  });

  test('only bigint fen are shown: a number or a string could mean yuan', () => {
    for (const value of [1230, 12.3, '1230', '12.30']) expect(() => MoneyScalar.serialize(value)).toThrow(TypeError);
  });
});

describe('PhoneNumber', () => {
  test('input is normalised to eleven digits', () => {
    expect(bothWays(PhoneNumberScalar, '+86 138 0000 1234')).toBe('13800001234');
  });

  test('landlines and masked numbers are refused', () => {
    for (const text of ['021-12345678', '138****1234', '1380000123', '12800001234']) refused(PhoneNumberScalar, text);
  });

  test('output is always masked, whatever a resolver returns', () => {
    for (const value of ['13800001234', '+8613800001234', 13_800_001_234, '138****1234']) {
      expect(PhoneNumberScalar.serialize(value)).toBe('138****1234');
    }
    expect(PhoneNumberScalar.serialize('021-12345678')).toBe('***********');
  });
});

describe('NationalId', () => {
  test('a valid number is taken in upper case', () => {
    expect(bothWays(NationalIdScalar, '11010519491231002x')).toBe('11010519491231002X');
  });

  test('each broken rule is refused without repeating the number', () => {
    for (const text of ['110105194912310020', '11010519490231002X', '11010519491231002', '1101***********02X'])
      refused(NationalIdScalar, text);
  });

  test('output is always masked, whatever a resolver returns', () => {
    expect(NationalIdScalar.serialize('11010519491231002X')).toBe('1101***********02X');
    expect(NationalIdScalar.serialize('1101***********02X')).toBe('1101***********02X');
    expect(NationalIdScalar.serialize('440524188001010014')).not.toContain('18800101');
    expect(NationalIdScalar.serialize(440_524_188_001_010_014n)).toBe('4405***********014');
    expect(NationalIdScalar.serialize('passport E1')).toBe('*'.repeat(18));
  });
});

describe('CreditCode', () => {
  test('a valid code is taken in upper case and shown as it is', () => {
    expect(bothWays(CreditCodeScalar, '91350100m000100y43')).toBe('91350100M000100Y43');
    expect(CreditCodeScalar.serialize('91350100M000100Y43')).toBe('91350100M000100Y43');
  });

  test('a wrong check character, a forbidden letter and a wrong length are refused', () => {
    for (const text of ['91350100M000100Y44', '91350100O000100Y43', '91350100M000100Y4'])
      refused(CreditCodeScalar, text);
  });
});
