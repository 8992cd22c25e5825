// Compiled by `typecheck`, never run: what the types of a declaration make of its functions.
import { defineAction, defineDimension, definePlugin, testContext } from './index.js';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Compiles only where `A` and `B` are the same type. */
function same<A, B>(..._proof: Equal<A, B> extends true ? [] : [never]): void {
  // Types only.
}
const name = { en: 'Name', 'zh-CN': '名称' } as const;

export const score = defineDimension({
  id: 'score',
  name: '%score.name%',
  subjectType: 'customer',
  inputs: {
    fields: { joined_on: 'date', is_member: 'boolean' },
    events: { order: { fields: { amount: 'number', channel: 'enumeration' }, days: 365 }, call: {} },
  },
  parameters: [
    { id: 'minimum', name, type: 'integer', default: 3 },
    {
      id: 'mode',
      name,
      type: 'choice',
      options: [
        { value: 'sum', name },
        { value: 'mean', name },
      ],
      default: 'sum',
    },
    { id: 'label', name, type: 'text', default: '' },
  ],
  valueType: 'number',
  compute(customers, context) {
    same<
      typeof context.parameters,
      { readonly minimum: number; readonly mode: 'sum' | 'mean'; readonly label: string }
    >();
    same<typeof context.storage, string | null>();
    return customers.map(({ fields, events }) => {
      same<typeof fields, { readonly joined_on: string | null; readonly is_member: boolean | null }>();
      same<keyof typeof events, 'order' | 'call'>();
      const [order] = events.order;
      same<
        NonNullable<typeof order>['fields'],
        { readonly amount: number | null; readonly channel: string | null }
      >();
      same<NonNullable<typeof order>['daysAgo'], number>();
      // @ts-expect-error an event type that is not declared
      void events.visit;
      // @ts-expect-error a field that is not declared
      void order?.fields.shop;
      // @ts-expect-error a parameter that is not declared
      void context.parameters.maximum;
      return order?.fields.amount ?? null;
    });
  },
});

export const segment = defineDimension({
  id: 'segment',
  name,
  subjectType: 'customer',
  inputs: {},
  valueType: 'enumeration',
  domain: { options: ['new', 'active'] },
  compute: (customers) => customers.map(() => 'active'),
});

defineDimension({
  id: 'segment',
  name,
  subjectType: 'customer',
  inputs: {},
  valueType: 'enumeration',
  domain: { options: ['new', 'active'] },
  // @ts-expect-error a value that is none of the options
  compute: (customers) => customers.map(() => 'lost'),
});

defineDimension({
  id: 'wrong',
  name,
  subjectType: 'customer',
  // @ts-expect-error no type of a field
  inputs: { fields: { amount: 'money' } },
  valueType: 'boolean',
  compute: (customers) => customers.map(() => true),
});

defineDimension({
  id: 'wrong',
  name,
  subjectType: 'customer',
  inputs: {},
  valueType: 'boolean',
  // @ts-expect-error a number where a boolean is declared
  compute: async (customers) => customers.map(() => 1),
});

export const notify = defineAction({
  id: 'notify',
  name,
  parameters: [{ id: 'desk', name, type: 'text', default: 'north' }],
  async run({ key, transition }, { parameters }) {
    same<typeof key, string | null>();
    same<typeof transition.kind, 'enter' | 'leave' | 'upgrade' | 'downgrade'>();
    same<typeof parameters, { readonly desk: string }>();
  },
});

export default definePlugin({ dimensions: [score, segment], actions: [notify] });

// @ts-expect-error an action is no dimension
definePlugin({ dimensions: [notify] });

const context = testContext(score, { parameters: { minimum: 1 } });
same<typeof context.parameters.mode, 'sum' | 'mean'>();
void score.compute(
  [{ fields: { joined_on: null, is_member: true }, events: { order: [], call: [] } }],
  context,
);
