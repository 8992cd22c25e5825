import { Injectable } from '@nestjs/common';
import type { ActionNode, ModelDocument } from '@terrace/model';
import { AssignmentRepository } from '../assignment/assignment.repository.js';
import type { TransitionEntity } from '../assignment/transition.entity.js';
import { ModelService } from '../model/model.service.js';

/** Payload of an action's job. */
export interface ActionPayload {
  readonly transitionId: string;
  readonly subjectKey: string;
  readonly nodeId: string;
}

/** What set an action off, and what it is. */
export interface ActionOccasion {
  readonly transition: TransitionEntity;
  readonly document: ModelDocument;
  readonly node: ActionNode;
}

/** Documents kept in memory: an apply makes many jobs of one version, which never changes. */
const CACHED_VERSIONS = 8;

/** Finds what a job of an action is about. */
@Injectable()
export class ActionOccasions {
  readonly #documents = new Map<string, ModelDocument>();

  constructor(
    private readonly assignments: AssignmentRepository,
    private readonly models: ModelService,
  ) {}

  /**
   * @returns undefined when the model was deleted meanwhile, with the data of a plugin
   * @throws Error when the node is not there, which the transaction rules out
   */
  async find({ transitionId, subjectKey, nodeId }: ActionPayload): Promise<ActionOccasion | undefined> {
    const transition = await this.assignments.findTransition(subjectKey, transitionId);
    if (transition === undefined) return undefined;
    const document = await this.#document(transition.modelId, transition.version);
    const node = document.nodes.find(({ id }) => id === nodeId);
    if (node?.kind !== 'action') throw new Error(`There is no action ${nodeId} in ${transition.modelId}.`);
    return { transition, document, node };
  }

  async #document(modelId: string, version: number): Promise<ModelDocument> {
    const id = `${modelId}/${version}`;
    const known = this.#documents.get(id);
    if (known !== undefined) return known;
    const { document } = await this.models.getVersion(modelId, version);
    const [oldest] = this.#documents.keys();
    if (oldest !== undefined && this.#documents.size >= CACHED_VERSIONS) this.#documents.delete(oldest);
    this.#documents.set(id, document);
    return document;
  }
}
