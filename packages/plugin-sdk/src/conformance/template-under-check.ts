import {
  checkDocument,
  instantiateTemplate,
  proveDocument,
  thresholdsOf,
  type Issue,
  type ModelDocument,
  type Proof,
  type RecordTypes,
  type Thresholds,
} from '@terrace/model';
import type { ManifestTemplate } from '../manifest.js';
import type { ReadTestCaseFile } from '../reader/read-test-cases.js';

type Values = Readonly<Record<string, string | number>>;

/** A template as checks look at it: its document with the parameters' defaults, and what follows from that, computed once. */
export class TemplateUnderCheck {
  readonly template: ManifestTemplate;
  /** The document with its parameters still open. */
  readonly json: unknown;
  readonly tests: readonly ReadTestCaseFile[];
  /** With the defaults of its parameters; null where that gives no sound model. */
  readonly document: ModelDocument | null;
  /** What is worth a second look in the document. */
  readonly warnings: readonly Issue[];
  readonly #types: RecordTypes;
  #proof: Proof | undefined;
  #thresholds: Thresholds | undefined;

  constructor(
    template: ManifestTemplate,
    json: unknown,
    tests: readonly ReadTestCaseFile[],
    types: RecordTypes,
  ) {
    this.template = template;
    this.json = json;
    this.tests = tests;
    this.#types = types;
    const { document, issues } = this.instantiate({});
    const isSound = document !== null && issues.every(({ severity }) => severity !== 'error');
    this.document = isSound ? document : null;
    this.warnings = isSound ? issues : [];
  }

  /** The document with `values` for its parameters, and everything that is wrong with it. */
  instantiate(values: Values): { document: ModelDocument | null; issues: readonly Issue[] } {
    const made = instantiateTemplate(this.json, this.template.parameters, values);
    if (!made.ok) return { document: null, issues: made.issues };
    return { document: made.document, issues: checkDocument(made.document, this.#types) };
  }

  /**
   * Where a place in the document stands in the template's file: a parameter may leave out nodes, so nodes are found by their ids.
   */
  filePath(document: ModelDocument, path: Issue['path']): Issue['path'] {
    const [root, index, ...rest] = path;
    if (root !== 'nodes' || typeof index !== 'number') return path;
    const nodes = (this.json as { readonly nodes?: unknown } | null)?.nodes;
    const id = document.nodes[index]?.id;
    const at = Array.isArray(nodes)
      ? nodes.findIndex((node: unknown) => (node as { readonly id?: unknown } | null)?.id === id)
      : -1;
    return at === -1 ? path : [root, at, ...rest];
  }

  /** The proof of the rules of a sound document. */
  proof(document: ModelDocument): Proof {
    return (this.#proof ??= proveDocument(document));
  }

  /** The thresholds of a sound document. */
  thresholds(document: ModelDocument): Thresholds {
    return (this.#thresholds ??= thresholdsOf(document));
  }
}
