/** A text for people, in the two languages of the product. */
export interface Bilingual {
    readonly zh: string;
    readonly en: string;
}
export type Locale = 'zh-CN' | 'en';
/** Picks the caller's language. Chinese is the default of the product, not the fallback of a failure. */
export declare function say(text: Bilingual, locale: Locale): string;
/** The house form of a description in the schema: `中文 / English`. */
export declare function both(text: Bilingual): string;
/** Reads `Accept-Language`: the first of Chinese and English that the caller ranks highest; Chinese when silent. */
export declare function localeOf(acceptLanguage: string | undefined): Locale;
