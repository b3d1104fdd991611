import { registerHooks } from 'node:module';

/**
 * To plugins from outside, `lianxin/…` is this very platform, wherever they stand and whatever their node_modules hold:
 * two kernels in one process would not know of each other's contexts, types and errors.
 */
export function offerThisPlatform(): void {
  registerHooks({
    resolve: (specifier, context, next) =>
      next(specifier, specifier.startsWith('lianxin/') ? { ...context, parentURL: import.meta.url } : context),
  });
}
