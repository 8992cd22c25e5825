import { AttemptEntity } from '../access/attempt.entity.js';
import { SessionEntity } from '../access/session.entity.js';
import { SetupCodeEntity } from '../access/setup-code.entity.js';
import { TokenEntity } from '../access/token.entity.js';
import { UserEntity } from '../access/user.entity.js';
import { WorkspaceEntity } from '../workspace/workspace.entity.js';
import { AssignmentEntity } from '../assignment/assignment.entity.js';
import { TransitionEntity } from '../assignment/transition.entity.js';
import { DeliveryEntity } from '../action/delivery.entity.js';
import { TaskEntity } from '../action/task.entity.js';
import { WebhookEntity } from '../action/webhook.entity.js';
import { ModelEntity } from '../model/model.entity.js';
import { ModelVersionEntity } from '../model/model-version.entity.js';
import { PackageEntity } from '../plugin/package/package.entity.js';
import { PluginEntity, PluginRevisionEntity, PluginVersionEntity } from '../plugin/plugin.entity.js';
import { SigningKeyEntity } from '../plugin/signing/signing-key.entity.js';
import { CodeComputationEntity } from '../plugin-code/code-computation.entity.js';
import { RunEntity } from '../run/run.entity.js';
import { RecordTypeEntity } from '../catalog/record-type.entity.js';
import { SampleLoadEntity } from '../sample/sample-load.entity.js';
import { BadRowEntity, ImportEntity } from '../import/import.entity.js';
import { UploadChunkEntity, UploadEntity } from '../import/upload.entity.js';

/** Every entity; a feature adds its own here. */
export const entities: readonly (new () => object)[] = [
  AttemptEntity,
  SessionEntity,
  SetupCodeEntity,
  TokenEntity,
  UserEntity,
  WorkspaceEntity,
  AssignmentEntity,
  TransitionEntity,
  DeliveryEntity,
  TaskEntity,
  WebhookEntity,
  ModelEntity,
  ModelVersionEntity,
  CodeComputationEntity,
  RunEntity,
  PluginEntity,
  PluginVersionEntity,
  PluginRevisionEntity,
  PackageEntity,
  SigningKeyEntity,
  RecordTypeEntity,
  SampleLoadEntity,
  UploadEntity,
  UploadChunkEntity,
  ImportEntity,
  BadRowEntity,
];
