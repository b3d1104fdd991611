import { getNamedType, type GraphQLSchema, isObjectType, isScalarType } from 'graphql';
import type { RequestContext } from '../context.js';
import type { PersonalDataDefinition } from '../personal-data/definition.js';
import type { Registry } from '../plugin/registry.js';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/**
 * Fields that show a sealed column, `shownAs` in its owner's `personalData`: opened and masked here and nowhere else, so
 * that no resolver can show more than the field's own scalar lets through, under whatever name it is asked for.
 */
export function showSealedFields(schema: GraphQLSchema, { plugins }: Registry): void {
  for (const definition of plugins.flatMap(({ personalData }) => personalData ?? [])) {
    for (const [column, what] of Object.entries(definition.columns)) {
      if (what.kind === 'sealed' && what.shownAs) show(schema, what.shownAs, definition, column);
    }
  }
}

function show(schema: GraphQLSchema, shownAs: string, definition: PersonalDataDefinition, column: string): void {
  const [typeName = '', fieldName = ''] = shownAs.split('.');
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  const scalar = field && getNamedType(field.type);
  if (!field || !isScalarType(scalar)) return; // The contract of personal data names it.
  const { table } = definition;
  const sealed = propertyOf(column);
  const person = propertyOf(definition.personColumn);
  const mask = (plain: string): string => scalar.serialize(plain) as string;
  field.resolve = (row: Row, _args, ctx: RequestContext) => {
    const bytes = row[sealed];
    if (bytes == null) return null;
    const place = { table, column, rowId: row.id, personId: row[person] as string };
    return ctx.kernel.vault.masked(ctx, place, bytes as Uint8Array, mask);
  };
}

/** Property of a row under which a column is read. */
function propertyOf(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
