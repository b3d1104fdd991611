import type { GraphQLScalarType } from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import type { Bilingual } from '../bilingual.js';
import { type CreditCodeRefusal, parseCreditCode } from '../identity/credit-code.js';
import { maskNationalId, type NationalIdRefusal, parseNationalId } from '../identity/national-id.js';
import { maskPhoneNumber, type PhoneNumberRefusal, parsePhoneNumber } from '../identity/phone-number.js';
import { formatMoney, type MoneyRefusal, parseMoney } from '../money/money.js';
import { isCalendarDay } from '../time/calendar-day.js';
import { stringScalar, unshowable } from './scalar-definition.js';

/** PostgreSQL's own text of an instant, `2026-11-21 06:05:00.123456+00`, in the ISO form; anything else as it is. */
function isoOf(text: string): string {
  const [, day, time, hours, minutes] =
    /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)([+-]\d\d)(?::(\d\d))?$/.exec(text) ?? [];
  return day ? `${day}T${time}${hours}:${minutes ?? '00'}` : text;
}

/** Inside: `Date`. Outside: RFC 3339. Input needs an offset; output is UTC with milliseconds. */
export const DateTimeScalar = stringScalar<Date>({
  name: 'DateTime',
  description: {
    zh: '时间点，RFC 3339 格式。输入须带时区偏移（如 2026-01-01T08:00:00+08:00），输出为 UTC（…Z）',
    en: 'An instant, RFC 3339. Input carries an offset (2026-01-01T08:00:00+08:00), output is in UTC (…Z)',
  },
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  read(text) {
    try {
      return { ok: true, value: GraphQLDateTimeISO.parseValue(text) as Date };
    } catch {
      return {
        ok: false,
        why: {
          zh: '须为带时区偏移的 RFC 3339 时间，如 2026-01-01T08:00:00+08:00',
          en: 'must be an RFC 3339 date-time with an offset, such as 2026-01-01T08:00:00+08:00',
        },
      };
    }
  },
  /** Entities give `Date`; rows of the query builder and JSON made by PostgreSQL give texts with an offset. */
  write(value) {
    if (value instanceof Date || typeof value === 'string') {
      try {
        return GraphQLDateTimeISO.serialize(typeof value === 'string' ? isoOf(value) : value) as string;
      } catch {
        // Falls through to the one error: the library's own message would repeat the value.
      }
    }
    throw unshowable('DateTime', value, 'a valid Date or an ISO 8601 string with an offset');
  },
});

/** Inside and outside: `YYYY-MM-DD` (`CalendarDay`). A JS `Date` is refused both ways: it would bring a zone with it. */
export const DateScalar = stringScalar<string>({
  name: 'Date',
  description: {
    zh: '日历日期 YYYY-MM-DD，无时间和时区；业务日按北京时间（Asia/Shanghai）划分',
    en: 'A calendar day, YYYY-MM-DD, without time or zone; business days are those of Asia/Shanghai',
  },
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  read(text) {
    if (isCalendarDay(text)) return { ok: true, value: text };
    return {
      ok: false,
      why: { zh: '须为真实存在的日期 YYYY-MM-DD', en: 'must be a day that exists, as YYYY-MM-DD' },
    };
  },
  write(value) {
    if (typeof value === 'string' && isCalendarDay(value)) return value;
    throw unshowable('Date', value, 'a YYYY-MM-DD string');
  },
});

const MONEY_REFUSALS: Record<MoneyRefusal, Bilingual> = {
  FORMAT: { zh: '须为十进制字符串，如 "12.30"', en: 'must be a decimal string such as "12.30"' },
  DECIMALS: { zh: '最多两位小数（分）', en: 'has at most two decimals (fen)' },
  TOO_LARGE: { zh: '绝对值不得超过 999999999999.99', en: 'must not exceed 999999999999.99 either way' },
};

/**
 * Inside: whole fen as `bigint`, and nothing else; a number or a string from a row is refused, since neither says
 * whether it counts yuan or fen. Outside: decimal string in yuan with two decimals.
 */
export const MoneyScalar = stringScalar<bigint>({
  name: 'Money',
  description: {
    zh: '金额：人民币元的十进制字符串，两位小数，如 "12.30"；不接受数字字面量',
    en: 'An amount in Chinese yuan (CNY) as a decimal string with two decimals, "12.30"; never a number',
  },
  specifiedByURL: 'https://www.iso.org/iso-4217-currency-codes.html',
  read(text) {
    const money = parseMoney(text);
    return money.ok ? { ok: true, value: money.fen } : { ok: false, why: MONEY_REFUSALS[money.reason] };
  },
  write(value) {
    if (typeof value === 'bigint') return formatMoney(value);
    throw unshowable('Money', value, 'fen as bigint');
  },
});

const PHONE_REFUSALS: Record<PhoneNumberRefusal, Bilingual> = {
  CHARACTERS: {
    zh: '手机号只能含数字（掩码后的号码不能写回）',
    en: 'has digits only (a masked number cannot be sent back)',
  },
  LENGTH: { zh: '手机号须为 11 位', en: 'must have 11 digits' },
  NOT_MOBILE: { zh: '须为中国大陆手机号', en: 'must be a mobile number of mainland China' },
};

/** The text a masked scalar may be given. Digits that a row delivers as a number are masked like any other text. */
function textToMask(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  throw unshowable(name, value, 'text, masked');
}

/** Inside: 11 digits. Outside: ALWAYS `138****1234`, whatever a resolver returns; no permission lifts it here. */
export const PhoneNumberScalar = stringScalar<string>({
  name: 'PhoneNumber',
  masked: true,
  description: {
    zh: '中国大陆手机号。输入可带 +86 和空格；输出始终掩码（138****1234）',
    en: 'A mobile number of mainland China. Input may carry +86 and spaces; output is always masked (138****1234)',
  },
  specifiedByURL: 'https://www.itu.int/rec/T-REC-E.164',
  read(text) {
    const phone = parsePhoneNumber(text);
    return phone.ok ? phone : { ok: false, why: PHONE_REFUSALS[phone.reason] };
  },
  write: (value) => maskPhoneNumber(textToMask('PhoneNumber', value)),
});

const NATIONAL_ID_REFUSALS: Record<NationalIdRefusal, Bilingual> = {
  LENGTH: { zh: '公民身份号码须为 18 位', en: 'must have 18 characters' },
  CHARACTERS: {
    zh: '须为 17 位数字加一位数字或 X（掩码后的号码不能写回）',
    en: 'is 17 digits and a digit or X (a masked number cannot be sent back)',
  },
  BIRTH_DATE: { zh: '其中的出生日期不存在', en: 'holds a birth date that does not exist' },
  CHECK_DIGIT: { zh: '校验码不符，请核对', en: 'does not match its check digit; please compare with the card' },
};

/** Inside: 18 characters. Outside: ALWAYS masked (`maskNationalId`), whatever a resolver returns. */
export const NationalIdScalar = stringScalar<string>({
  name: 'NationalId',
  masked: true,
  description: {
    zh: '公民身份号码（GB 11643-1999）。输入须通过校验码；输出始终掩码，不显示出生日期（3101***********02X）',
    en: 'A resident identity number (GB 11643-1999). Input must pass its check digit; output is always masked and never shows the birth date (3101***********02X)',
  },
  specifiedByURL: 'https://openstd.samr.gov.cn/bzgk/gb/newGbInfo?hcno=080D6FBF2BB468F9007657F26D60013E',
  read(text) {
    const id = parseNationalId(text);
    return id.ok ? id : { ok: false, why: NATIONAL_ID_REFUSALS[id.reason] };
  },
  write: (value) => maskNationalId(textToMask('NationalId', value)),
});

const CREDIT_CODE_REFUSALS: Record<CreditCodeRefusal, Bilingual> = {
  LENGTH: { zh: '统一社会信用代码须为 18 位', en: 'must have 18 characters' },
  CHARACTERS: {
    zh: '含有不允许的字符（不使用 I、O、S、V、Z）',
    en: 'has a character that codes do not use (no I, O, S, V, Z)',
  },
  CHECK_CHARACTER: {
    zh: '校验码不符，请核对',
    en: 'does not match its check character; please compare with the licence',
  },
};

/** Inside and outside: 18 characters. Public in China's register of firms, so it is not masked. */
export const CreditCodeScalar = stringScalar<string>({
  name: 'CreditCode',
  description: {
    zh: '统一社会信用代码（GB 32100-2015），18 位',
    en: 'A unified social credit code (GB 32100-2015), 18 characters',
  },
  specifiedByURL: 'https://openstd.samr.gov.cn/bzgk/gb/newGbInfo?hcno=24691C25985C1073D3A7C85629378AC0',
  read(text) {
    const code = parseCreditCode(text);
    return code.ok ? code : { ok: false, why: CREDIT_CODE_REFUSALS[code.reason] };
  },
  /** Rows imported from older registers may hold a code that breaks its check; it is shown as it stands there. */
  write(value) {
    if (typeof value === 'string') return value;
    throw unshowable('CreditCode', value, 'a string');
  },
});

/** Every scalar of the core, for the schema builder. */
export const scalars: readonly GraphQLScalarType[] = [
  DateTimeScalar,
  DateScalar,
  MoneyScalar,
  PhoneNumberScalar,
  NationalIdScalar,
  CreditCodeScalar,
];
