import { describe, expect, test } from '@jest/globals';
import { districtFederationName, hubName, JOINT_UNION_KINDS, unionName } from '../../../src/demo/body-names.js';
import { BAOSHAN, DISTRICTS, HONGKOU, YANGPU } from '../../../src/demo/places.js';
import { createSynthesizer } from '../../../src/demo/synthetic.js';
import { parseCreditCode } from '../../../src/kernel/identity/credit-code.js';
import { parseNationalId } from '../../../src/kernel/identity/national-id.js';
import { parsePhoneNumber } from '../../../src/kernel/identity/phone-number.js';

const MILLION = 1_000_000;

describe('synthetic people', () => {
  test('a million people of one synthesizer share no identity number and no phone', () => {
    const source = createSynthesizer(1);
    // As numbers, because a set of a million short strings is slow: the check character follows from the rest.
    const ids = new Float64Array(MILLION);
    const phones = new Float64Array(MILLION);
    for (let i = 0; i < MILLION; i++) {
      const person = source.person();
      ids[i] = Number(person.nationalId.slice(4, 17));
      phones[i] = Number(person.phone);
    }
    for (const values of [ids.sort(), phones.sort()]) {
      let repeats = 0;
      for (let i = 1; i < MILLION; i++) if (values[i] === values[i - 1]) repeats++;
      expect(repeats).toBe(0);
    }
  }, 20_000);

  test('400,000 people take less than two seconds', () => {
    const source = createSynthesizer(2);
    const start = performance.now();
    for (let i = 0; i < 400_000; i++) source.person();
    expect(performance.now() - start).toBeLessThan(2000);
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
    for (let i = 0; i < 5000; i++) {
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
        for (const number of [nationalId, phone, source.creditCode()]) {
          expect(seen.has(number)).toBe(false);
          seen.add(number);
        }
      }
    }
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
    for (let i = 0; i < 20_000; i++) {
      const employer = source.employer(YANGPU);
      expect(employer.name).toMatch(/^上海.+公司$/);
      expect(employer.synthetic).toBe(true);
      names.add(employer.name);
      codes.add(employer.creditCode);
      if (i < 1000)
        expect(parseCreditCode(employer.creditCode)).toMatchObject({ ok: true, registrar: '9', areaCode: '310160' });
    }
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
