import type { Bilingual } from '../bilingual.js';

/**
 * What a person is asked to agree to, where the law wants a consent of its own (PIPL art. 23, 25, 29). The key it is
 * declared under names the purpose for good.
 */
export interface ConsentDefinition {
  readonly title: Bilingual;
  /** What the person reads: who handles what, what for, how long, and how to withdraw. */
  readonly text: Bilingual;
  /** From 1 up. Whoever changes the text raises it; consents to earlier versions then no longer count. */
  readonly version: number;
}
