import { z } from 'zod';
import { type Locale, type Bilingual, say } from '../bilingual.js';
import type { SettingValues } from './fold.js';
import type { SettingsOwner } from './setting.js';

const SPOKEN: Readonly<Record<Locale, z.core.$ZodErrorMap>> = {
  'zh-CN': z.locales.zhCN().localeError,
  en: z.locales.en().localeError,
};

/** A pattern helps nobody who fills in a form. */
const OTHER_FORM: Bilingual = { zh: '格式不符，见该设置的说明', en: 'not of the form that the setting asks for' };

/** Zod's messages in the caller's language, and a rule's own reason where it gives one as `params: { reason }`. */
function messagesIn(locale: Locale): z.core.$ZodErrorMap {
  return (issue) => {
    const { reason } = (issue.params ?? {}) as { readonly reason?: Bilingual };
    if (reason) return say(reason, locale);
    if (issue.code === 'invalid_format' && issue.format === 'regex') return say(OTHER_FORM, locale);
    return SPOKEN[locale](issue);
  };
}

/** Of stored values those that the module still has, whatever an earlier version of it had. */
function known({ settings }: SettingsOwner, values: SettingValues): SettingValues {
  return Object.fromEntries(Object.entries(values).filter(([key]) => Object.hasOwn(settings.shape, key)));
}

/** The whole settings of stored values, defaults filled in, or why they do not fit. */
export function checkFit(
  owner: SettingsOwner,
  stored: SettingValues,
  locale: Locale,
):
  | { readonly fits: true; readonly values: SettingValues }
  | {
      readonly fits: false;
      readonly issues: readonly { readonly path: readonly string[]; readonly reason: string }[];
    } {
  const parsed = owner.settings.safeParse(known(owner, stored), { error: messagesIn(locale) });
  if (parsed.success) return { fits: true, values: parsed.data };
  const issues = parsed.error.issues.map(({ path, message }) => ({ path: path.map(String), reason: message }));
  return { fits: false, issues };
}

/**
 * The whole settings of stored values. A value that a later version of the module no longer allows counts as not set:
 * the district goes on with the default, and `unfit` names it.
 */
export function bestFit(
  owner: SettingsOwner,
  stored: SettingValues,
): { readonly values: SettingValues; readonly unfit: readonly string[] } {
  const whole = checkFit(owner, stored, 'en');
  if (whole.fits) return { values: whole.values, unfit: [] };
  const named = new Set(whole.issues.flatMap(({ path }) => path.slice(0, 1)));
  const rest = Object.fromEntries(Object.entries(stored).filter(([key]) => !named.has(key)));
  const partly = checkFit(owner, rest, 'en');
  if (partly.fits && named.size > 0) return { values: partly.values, unfit: [...named] };
  // The values are at odds with each other and no single one is to blame.
  return { values: owner.settings.parse({}), unfit: Object.keys(known(owner, stored)) };
}
