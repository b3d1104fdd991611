import { getNamedType, getNullableType, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import type { InstalledPlugin, Registry } from '../plugin/registry.js';
import type { AddedInputFields } from './additions.js';
import { usesOf } from './input-uses.js';
import { entryType } from './readings.js';
import type { Superset } from './superset.js';

type Problem = string;

/** What is added to enums and inputs of others in a way that could not be kept, each with its cure. */
export function additionProblems(superset: Superset, registry: Registry): Problem[] {
  return registry.plugins.flatMap((plugin) => [
    ...valueProblems(superset, plugin),
    ...Object.entries(plugin.inputFields ?? {}).flatMap(([input, added]) =>
      inputProblems(superset, plugin, input, added),
    ),
  ]);
}

function valueProblems({ schema, ownerOfType, ownerOfField }: Superset, plugin: InstalledPlugin): Problem[] {
  return Object.entries(plugin.enumValues ?? {}).flatMap(([name, values]) => {
    const shown = Object.values(schema.getTypeMap()).some(
      (type) =>
        (isObjectType(type) || isInterfaceType(type)) &&
        Object.values(type.getFields()).some((field) => getNamedType(field.type).name === name),
    );
    const own = (value: string) => {
      const type = schema.getType(name);
      return isEnumType(type) && type.getValue(value) && ownerOfField(name, value) === ownerOfType(name);
    };
    return Object.entries(values).flatMap(([value, { elsewhere }]) => {
      const at = `plugin '${plugin.id}': the value '${value}' added to '${name}'`;
      if (elsewhere === undefined) {
        return shown ? [`${at} is shown by the graph; say with 'elsewhere' which value stands for it.`] : [];
      }
      return own(elsewhere) ? [] : [`${at} names '${elsewhere}', which the enum's owner does not declare; correct it.`];
    });
  });
}

function inputProblems(superset: Superset, plugin: InstalledPlugin, name: string, added: AddedInputFields): Problem[] {
  const { schema, fields, ownerOfField } = superset;
  const input = schema.getType(name);
  if (!isInputObjectType(input)) return [`plugin '${plugin.id}': '${name}' is no input of the graph; correct it.`];
  const at = `plugin '${plugin.id}': what it adds to the input '${name}'`;
  const problems = Object.values(input.getFields())
    .filter((field) => ownerOfField(name, field.name) === plugin.id)
    .filter((field) => getNullableType(field.type) !== field.type || field.defaultValue !== undefined)
    .map((field) => `${at} must be nullable and without a default: '${field.name}'.`);
  if ((added.narrow === undefined) === (added.apply === undefined)) {
    problems.push(`${at} needs one function that takes it: narrow for a filter, apply for the input of a mutation.`);
  }
  const { calls, nested } = usesOf(superset, name);
  if (nested) problems.push(`${at} would stand inside a list or another input, where nobody takes it; leave it out.`);
  for (const { type, field } of calls) {
    const mutates = type === schema.getMutationType();
    const source = fields.sourceOf(entryType(getNamedType(field.type)).name);
    if (added.narrow && (mutates || !source)) {
      problems.push(`${at} narrows '${type.name}.${field.name}', which is no list of nodes; leave it out.`);
    }
    if (added.apply && !mutates) {
      problems.push(`${at} is applied by '${type.name}.${field.name}', which changes nothing; use narrow.`);
    }
  }
  return problems;
}
