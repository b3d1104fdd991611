import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, isEnumType, isInputObjectType, isObjectType, printSchema } from 'graphql';
import {
  Arg,
  Args,
  ArgsType,
  buildSchemaSync,
  Field,
  FieldResolver,
  InputType,
  Int,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from 'type-graphql';
import {
  Deprecated,
  deprecated,
  finishDeprecations,
  readDeprecation,
} from '../../../src/kernel/graphql/deprecation.js';

const promise = { since: '2026-11-21', replacement: 'Thing.name', removeAfter: '2027-05-31' };
const REASON =
  '2026-11-21 起弃用，改用 Thing.name，2027-05-31 后移除 / Deprecated since 2026-11-21, use Thing.name instead, removed after 2027-05-31';

const Colour = { RED: 'RED', BLUE: 'BLUE' } as const;
registerEnumType(Colour, { name: 'Colour', valuesConfig: { RED: { deprecationReason: deprecated(promise) } } });

@InputType()
class ThingInput {
  @Field(() => String, { nullable: true })
  @Deprecated(promise)
  label?: string;
}

@ArgsType()
class ThingArgs {
  @Field(() => Int, { nullable: true })
  @Deprecated(promise)
  size?: number;
}

@ObjectType({ simpleResolvers: true })
class Thing {
  @Field(() => String)
  @Deprecated(promise)
  label!: string;

  @Field(() => String)
  name!: string;
}

@Resolver(() => Thing)
class ThingResolver {
  @Query(() => Thing)
  @Deprecated(promise)
  thing(
    @Args() _args: ThingArgs,
    @Arg('colour', () => Colour, { nullable: true, deprecationReason: deprecated(promise) })
    _colour?: keyof typeof Colour,
    @Arg('input', () => ThingInput, { nullable: true }) _input?: ThingInput,
  ): Thing {
    return { label: '', name: '' };
  }

  @FieldResolver(() => String)
  @Deprecated(promise)
  title(): string {
    return '';
  }
}

describe('a deprecation', () => {
  const schema = buildSchemaSync({ resolvers: [ThingResolver], validate: false });
  finishDeprecations(schema);

  test('stands in the graph on fields, root fields, arguments, input fields and enum values alike', () => {
    const printed = buildSchema(printSchema(schema));
    const type = <T>(name: string, is: (value: unknown) => value is T): T => {
      const found = printed.getType(name);
      if (!is(found)) throw new Error(name);
      return found;
    };
    const thing = type('Thing', isObjectType).getFields();
    const query = printed.getQueryType()!.getFields().thing!;
    const reasons = [
      thing.label,
      thing.title,
      query,
      query.args.find(({ name }) => name === 'size'),
      query.args.find(({ name }) => name === 'colour'),
      type('ThingInput', isInputObjectType).getFields().label,
      type('Colour', isEnumType).getValue('RED'),
    ].map((part) => part?.deprecationReason);
    expect(reasons).toEqual(reasons.map(() => REASON));
    expect([thing.name, type('Colour', isEnumType).getValue('BLUE')].map((part) => part?.deprecationReason)).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('is read back from the reason that callers see', () => {
    expect(readDeprecation(REASON)).toEqual(promise);
    const coordinates = ['Thing', 'Query.things(filter:)', 'Colour.BLUE'];
    for (const replacement of coordinates) {
      expect(readDeprecation(deprecated({ ...promise, replacement }))).toEqual({ ...promise, replacement });
    }
  });

  test('written in any other way is not taken for one', () => {
    const others = [
      '',
      'No longer supported',
      REASON.replace('2027-05-31 后', '2027-06-30 后'),
      REASON.replaceAll('2027-05-31', '2027-02-30'),
      REASON.replaceAll('2027-05-31', '2026-11-21'),
      REASON.replaceAll('Thing.name', 'the-name'),
      `${REASON} `,
    ];
    expect(others.map(readDeprecation)).toEqual(others.map(() => undefined));
  });

  test('with days that do not exist or do not follow each other, or without a replacement, is refused where it is written', () => {
    expect(() => deprecated({ ...promise, since: '2026-02-30' })).toThrow(RangeError);
    expect(() => deprecated({ ...promise, removeAfter: 'soon' })).toThrow(RangeError);
    expect(() => deprecated({ ...promise, removeAfter: promise.since })).toThrow(RangeError);
    expect(() => deprecated({ ...promise, replacement: 'name' })).toThrow(RangeError);
    expect(() => Deprecated({ ...promise, replacement: '' })).toThrow(RangeError);
  });
});
