/** Picks the caller's language. Chinese is the default of the product, not the fallback of a failure. */
export function say(text, locale) {
    return locale === 'en' ? text.en : text.zh;
}
/** The house form of a description in the schema: `中文 / English`. */
export function both(text) {
    return `${text.zh} / ${text.en}`;
}
/** Reads `Accept-Language`: the first of Chinese and English that the caller ranks highest; Chinese when silent. */
export function localeOf(acceptLanguage) {
    if (!acceptLanguage)
        return 'zh-CN';
    const ranked = acceptLanguage
        .split(',', 16)
        .map((part) => {
        const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
        const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
        return { tag, quality: quality ? Number(quality.trim().slice(2)) || 0 : 1 };
    })
        .filter(({ tag, quality }) => quality > 0 && (tag.startsWith('zh') || tag.startsWith('en')))
        .sort((a, b) => b.quality - a.quality);
    return ranked[0]?.tag.startsWith('en') ? 'en' : 'zh-CN';
}
//# sourceMappingURL=bilingual.js.map