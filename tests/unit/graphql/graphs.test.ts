import { describe, expect, test } from '@jest/globals';
import { buildSchema, type OperationDefinitionNode, parse } from 'graphql';
import { Executor } from '../../../src/kernel/graphql/executor.js';
import { compiledPerGraph, Graphs } from '../../../src/kernel/graphql/graphs.js';
import { buildSuperset } from '../../../src/kernel/graphql/superset.js';
import { CONTRACT_VERSION, createContext, definePlugin, type Kernel } from '../../../src/kernel/index.js';
import { createRegistry } from '../../../src/kernel/plugin/registry.js';
import { core } from '../../support/installed.js';

const plugins = Array.from({ length: 7 }, (_, index) => {
  const id = `plugin-${index}`;
  return definePlugin({ id, version: '1.0.0', contract: CONTRACT_VERSION, title: { zh: id, en: id } });
});
const registry = createRegistry(core, plugins);
const graphs = () =>
  new Graphs(buildSuperset(registry), {
    registry,
    usage: { note: () => undefined },
    log: console,
  } as unknown as Kernel);

/** The set of modules whose number has these bits. */
const set = (number: number) =>
  registry.effective(new Set(plugins.filter((_, bit) => number & (1 << bit)).map(({ id }) => id)));

describe('graphs', () => {
  test('one for all who have the same modules, whichever object says so, also when many ask at once', async () => {
    const some = graphs();
    const [first, second] = await Promise.all([some.of(set(3)), some.of(set(3))]);
    expect(second).toBe(first);
    expect(await some.of(new Set([...set(3)].reverse()))).toBe(first);
    expect(await some.of(set(5))).not.toBe(first);
    await some.stop();
  });

  test('a hundred are remembered, those that were asked for last', async () => {
    const some = graphs();
    const first = await some.of(set(0));
    const second = await some.of(set(1));
    for (let number = 2; number < 100; number += 1) await some.of(set(number));
    expect(await some.of(set(0))).toBe(first);
    await some.of(set(100));
    expect(await some.of(set(0))).toBe(first);
    expect(await some.of(set(1))).not.toBe(second);
    await some.stop();
  });

  test('one that was forgotten still answers whoever holds it', async () => {
    const some = graphs();
    const forgotten = await some.of(set(0));
    for (let number = 1; number <= 101; number += 1) await some.of(set(number));
    const contextValue = createContext({ registry, orm: { em: { fork: () => undefined } } } as unknown as Kernel, {
      ...{ requestId: '1', district: null, principal: null, modules: set(0), locale: 'en', startedAt: new Date() },
    });
    const { body } = await forgotten.server.executeOperation({ query: '{ __typename }' }, { contextValue });
    expect(body).toMatchObject({ singleResult: { data: { __typename: 'Query' } } });
    await some.stop();
  });

  test('together keep no more compiled operations than the memory holds, and each enough for a front end', () => {
    expect(compiledPerGraph(1)).toBe(300);
    for (let number = 1; number <= 100; number += 1) {
      expect(compiledPerGraph(number) * number).toBeLessThanOrEqual(2_000);
      expect(compiledPerGraph(number)).toBeGreaterThanOrEqual(20);
    }
  });

  test('let go of the operations that were used least recently when their share becomes smaller', async () => {
    let share = 5;
    const executor = new Executor(buildSchema('type Query { a: Int }'), undefined, () => share);
    const run = (hash: string) => {
      const document = parse('{ a }');
      const operation = document.definitions[0] as OperationDefinitionNode;
      return executor.run({ document, operation, operationName: null, variables: {}, context: {}, hash });
    };
    for (const hash of ['1', '2', '3', '4', '5', '6']) await run(hash);
    expect(executor.size).toBe(5);
    share = 2;
    for (const hash of ['6', '6', '5']) expect(await run(hash)).toEqual({ data: { a: null } });
    expect(executor.size).toBe(2);
  });
});
