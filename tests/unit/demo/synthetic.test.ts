import { describe, expect, test } from '@jest/globals';
import { districtFederationName, hubName, JOINT_UNION_KINDS, unionName } from '../../../src/demo/body-names.js';
import { BAOSHAN, DISTRICTS, HONGKOU, YANGPU } from '../../../src/demo/places.js';
import { createSynthesizer } from '../../../src/demo/synthetic.js';
import { parseCreditCode } from '../../../src/kernel/identity/credit-code.js';
import { parseNationalId } from '../../../src/kernel/identity/national-id.js';
import { parsePhoneNumber } from '../../../src/kernel/identity/phone-number.js';
import { rounds } from '../../support/size.js';

const MANY = rounds(100_000, 1_000_000);

/** How many of them are there already. */
function repeats(values: Float64Array): number {
  return values.sort().reduce((found, value, at) => found + Number(value === values[at - 1]), 0);
}

describe('synthetic people', () => {
  test(`${MANY} people of one synthesizer share no identity number and no phone`, () => {
    const source = createSynthesizer(1);
    // As numbers, because a set of a million short strings is slow: the check character follows from the rest.
    const ids = new Float64Array(MANY);
    const phones = new Float64Array(MANY);
    for (let i = 0; i < MANY; i++) {
      const person = source.person();
      ids[i] = Number(person.nationalId.slice(4, 17));
      phones[i] = Number(person.phone);
    }
    expect([repeats(ids), repeats(phones)]).toEqual([0, 0]);
    expect(repeats(Float64Array.of(3, 1, 3))).toBe(1);
  }, 60_000);

  test('a hundred thousand people take less than five seconds, on a slow machine too', () => {
    const source = createSynthesizer(2);
    const start = performance.now();
    for (let i = 0; i < 100_000; i++) source.person();
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test('the same seed gives the same people and bodies, another seed others', () => {
    const run = (seed: number) => {
      const source = createSynthesizer(seed);
      return Array.from({ length: 200 }, () => [source.person(), source.employer(BAOSHAN), source.creditCode('UNION')]);
    };
    expect(run(7)).toEqual(run(7));
    expect(run(7)).not.toEqual(run(8));
  });

  test('the people of a seed stay the same from release to release', () => {
    expect(createSynthesizer(2026).person()).toMatchInlineSnapshot(`
{
  "birthDate": "1981-05-21",
  "employmentType": "REGULAR",
  "gender": "MALE",
  "joinedVia": "EMPLOYER",
  "name": "李强",
  "nationalId": "310160198105210014",
  "occupation": "销售员",
  "phone": "15400002026",
  "synthetic": true,
}
`);
  });

  test('numbers pass the checks of the register and say the same as the person', () => {
    const source = createSynthesizer(3, 39);
    for (let i = 0; i < rounds(1_000, 5_000); i++) {
      const person = source.person();
      expect(parseNationalId(person.nationalId)).toEqual({
        ok: true,
        value: person.nationalId,
        birthDate: person.birthDate,
        gender: person.gender,
        areaCode: '310199',
      });
      expect(parsePhoneNumber(person.phone)).toEqual({ ok: true, value: person.phone });
      expect(person.phone.startsWith('154')).toBe(true);
      expect(person.birthDate > '1966-01-01' && person.birthDate <= '2008-01-01').toBe(true);
      expect(person.name).toMatch(/^\p{Script=Han}{2,3}$/u);
    }
  });

  test('two series never share a number', () => {
    const [one, other] = [createSynthesizer(4, 0), createSynthesizer(4, 1)];
    const seen = new Set<string>();
    for (let i = 0; i < 20_000; i++) {
      for (const source of [one, other]) {
        const { nationalId, phone } = source.person();
        for (const number of [nationalId, phone, source.creditCode()]) seen.add(number);
      }
    }
    expect(seen.size).toBe(20_000 * 2 * 3);
    expect(() => createSynthesizer(1, 40)).toThrow(RangeError);
  });

  test('surnames come in the order of their frequency and no generation is of one gender', () => {
    const source = createSynthesizer(5);
    const surnames = new Map<string, number>();
    let women = 0;
    for (let i = 0; i < 50_000; i++) {
      const { name, gender } = source.person();
      surnames.set(name.charAt(0), (surnames.get(name.charAt(0)) ?? 0) + 1);
      if (gender === 'FEMALE') women++;
    }
    const ranked = [...surnames].sort((a, b) => b[1] - a[1]).map(([surname]) => surname);
    expect(ranked.slice(0, 3).sort()).toEqual(['张', '李', '王'].sort());
    expect(surnames.size).toBe(100);
    expect(women / 50_000).toBeGreaterThan(0.4);
    expect(women / 50_000).toBeLessThan(0.48);
  });

  test('a wish for riders and carers gives people without a union of their own, who do not join through an employer', () => {
    const source = createSynthesizer(6);
    for (let i = 0; i < 500; i++) {
      const person = source.person('NON_REGULAR');
      expect(person.employmentType).toBe('NON_REGULAR');
      expect(person.joinedVia).not.toBe('EMPLOYER');
    }
  });
});

describe('synthetic bodies', () => {
  test('20,000 employers have names and valid credit codes of their own', () => {
    const source = createSynthesizer(9);
    const names = new Set<string>();
    const codes = new Set<string>();
    const strange = [];
    for (let i = 0; i < 20_000; i++) {
      const employer = source.employer(YANGPU);
      if (!/^上海.+公司$/.test(employer.name) || employer.synthetic !== true) strange.push(employer);
      names.add(employer.name);
      codes.add(employer.creditCode);
      if (i < 1000)
        expect(parseCreditCode(employer.creditCode)).toMatchObject({ ok: true, registrar: '9', areaCode: '310160' });
    }
    expect(strange).toEqual([]);
    expect(names.size).toBe(20_000);
    expect(codes.size).toBe(20_000);
  });

  test('a union that is a legal person is registered with the trade unions', () => {
    expect(parseCreditCode(createSynthesizer(10).creditCode('UNION'))).toMatchObject({ ok: true, registrar: '8' });
  });

  test('every kind of joint union has a name of its own, however many are asked for', () => {
    const source = createSynthesizer(11);
    const hub = HONGKOU.hubs[0]!;
    const names = JOINT_UNION_KINDS.flatMap((kind) =>
      Array.from({ length: 60 }, () => source.jointUnionName(kind, hub, HONGKOU)),
    );
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^欧阳路街道.+(联合工会|工会联谊会)$/);
  });

  test('unions and federations are named after what they stand in', () => {
    expect(unionName('上海瑞通物流有限公司')).toBe('上海瑞通物流有限公司工会');
    expect(hubName({ name: '四平路街道', kind: 'SUBDISTRICT' })).toBe('四平路街道总工会');
    expect(districtFederationName(BAOSHAN)).toBe('宝山区总工会');
  });

  test('the three districts have their real hubs', () => {
    expect(DISTRICTS.map(({ code, hubs }) => [code, hubs.length])).toEqual([
      ['310113', 13],
      ['310110', 12],
      ['310109', 8],
    ]);
    const names = DISTRICTS.flatMap(({ hubs }) => hubs.map(({ name }) => name));
    expect(new Set(names).size).toBe(names.length);
  });
});
