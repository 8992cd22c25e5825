import type { EventType, Field, Issue, SubjectType } from '@terrace/model';
import { checkDefinition, checkField } from './check-definition.js';
import { fieldTaken, typeMissing, typeTaken } from './catalog-fault.js';
import { mergeDefinition } from './merge-definition.js';
import type { RecordKind } from './record-type.entity.js';

type Definition = SubjectType | EventType;

/** The record types a plugin brings, and the fields it adds to others. */
export interface BroughtTypes {
  readonly subjectTypes: readonly SubjectType[];
  readonly eventTypes: readonly EventType[];
  readonly fields: readonly { readonly type: string; readonly field: Field }[];
}

/** A stored type as far as ownership is concerned. */
export interface OwnedType {
  readonly kind: RecordKind;
  readonly id: string;
  readonly owner: string;
  readonly definition: Definition;
  readonly fieldOwners: Readonly<Record<string, string>>;
}

/** A type as it is to be stored. */
export interface TypePlan {
  readonly type: OwnedType;
  /** Absent for a new type. */
  readonly before: OwnedType | undefined;
  /** Fields that need a column. */
  readonly added: readonly Field[];
}

/** What storing the types of a plugin takes, and everything that stands against it. */
export interface TypesPlan {
  readonly plans: readonly TypePlan[];
  readonly issues: readonly Issue[];
}

/**
 * Works out how the types that `owner` brings are to be stored beside `stored`: what is new is added, names and aliases are
 * taken over, nothing is taken away.
 */
export function planTypes(owner: string, brought: BroughtTypes, stored: readonly OwnedType[]): TypesPlan {
  const issues: Issue[] = [];
  const plans = new Map<string, TypePlan>();
  const own: [RecordKind, Definition][] = [
    ...brought.subjectTypes.map((type): [RecordKind, Definition] => ['subject', type]),
    ...brought.eventTypes.map((type): [RecordKind, Definition] => ['event', type]),
  ];
  for (const [kind, definition] of own) {
    const before = stored.find((type) => type.kind === kind && type.id === definition.id);
    const planned = planOwn(owner, kind, definition, before);
    issues.push(...planned.issues);
    if (planned.plan !== undefined) plans.set(`${kind} ${definition.id}`, planned.plan);
  }
  for (const { type, field } of brought.fields) {
    const plan = findPlan(type, plans, stored);
    if (plan === undefined) {
      issues.push(typeMissing(type, field.id));
      continue;
    }
    const { added, issues: faults } = addField(owner, field, plan);
    issues.push(...faults);
    if (added !== undefined) plans.set(`${added.type.kind} ${type}`, added);
  }
  return { plans: [...plans.values()], issues };
}

function planOwn(
  owner: string,
  kind: RecordKind,
  definition: Definition,
  before: OwnedType | undefined,
): { readonly plan?: TypePlan; readonly issues: readonly Issue[] } {
  const faults = checkDefinition(kind, definition);
  if (faults.length > 0) return { issues: faults };
  if (before === undefined) {
    const type = { kind, id: definition.id, owner, definition, fieldOwners: {} };
    return { plan: { type, before, added: definition.fields }, issues: [] };
  }
  if (before.owner !== owner) return { issues: typeTaken(kind, definition.id, before.owner, owner).issues };
  const taken = definition.fields.flatMap(({ id }) => {
    const holder = before.fieldOwners[id];
    return holder === undefined ? [] : [fieldTaken(definition.id, id, holder, owner)];
  });
  const { merged, added, issues } = mergeDefinition(before.definition, definition);
  return { plan: { type: { ...before, definition: merged }, before, added }, issues: [...taken, ...issues] };
}

/** The type as it is after what was planned so far; a subject type goes before an event type of the same id. */
function findPlan(
  id: string,
  plans: ReadonlyMap<string, TypePlan>,
  stored: readonly OwnedType[],
): TypePlan | undefined {
  for (const kind of ['subject', 'event'] as const) {
    const planned = plans.get(`${kind} ${id}`);
    if (planned !== undefined) return planned;
    const before = stored.find((type) => type.kind === kind && type.id === id);
    if (before !== undefined) return { type: before, before, added: [] };
  }
  return undefined;
}

function addField(
  owner: string,
  field: Field,
  { type, before, added }: TypePlan,
): { readonly added?: TypePlan; readonly issues: readonly Issue[] } {
  const faults = checkField(type.kind, field, []);
  if (faults.length > 0) return { issues: faults };
  const existing = type.definition.fields.find(({ id }) => id === field.id);
  const fields = existing
    ? type.definition.fields.map((each) => (each === existing ? field : each))
    : [...type.definition.fields, field];
  const definition = { ...type.definition, fields };
  if (existing === undefined) {
    const fieldOwners = type.owner === owner ? type.fieldOwners : { ...type.fieldOwners, [field.id]: owner };
    return {
      added: { type: { ...type, definition, fieldOwners }, before, added: [...added, field] },
      issues: [],
    };
  }
  const holder = type.fieldOwners[field.id] ?? type.owner;
  if (holder !== owner) return { issues: [fieldTaken(type.id, field.id, holder, owner)] };
  const { issues } = mergeDefinition(type.definition, definition);
  return { added: { type: { ...type, definition }, before, added }, issues };
}
