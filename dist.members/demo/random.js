/** Held here because looking globals up is slow inside Jest's VM context, and these run millions of times. */
const { imul, floor } = Math;
/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state, fast, good enough for names and birthdays. */
export function createRandom(seed) {
    let state = seed >>> 0;
    const next = () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let t = imul(state ^ (state >>> 15), state | 1);
        t ^= t + imul(t ^ (t >>> 7), t | 61);
        return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
    };
    const integer = (below) => floor(next() * below);
    return {
        integer,
        pick(list) {
            if (list.length === 0)
                throw new RangeError('pick takes a list with something in it');
            return list[integer(list.length)];
        },
        chance: (share) => next() < share,
    };
}
/**
 * Spreads weights over a list of `size` places, so that `pick` takes each value by its weight: one array read per
 * draw, which is what makes hundreds of thousands of people in a second possible. Every weight gets a place.
 */
export function byWeight(weights, size = 4096) {
    const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
    return weights.flatMap(([value, weight]) => new Array(Math.max(1, Math.round((weight / total) * size))).fill(value));
}
//# sourceMappingURL=random.js.map