import type { AlertName } from '../operators/hco/alerts.ts'
import type { RefusalCause } from '../operators/refusal.ts'
import { ambiguousCluster } from './ambiguous-cluster.ts'
import { annotationIgnored } from './annotation-ignored.ts'
import { annotationMissesArchitecture } from './annotation-misses-architecture.ts'
import { annotationRemoved } from './annotation-removed.ts'
import { apiVersionNotServed } from './api-version-not-served.ts'
import { architectureNotInImage } from './architecture-not-in-image.ts'
import { architectureNotTrimmed } from './architecture-not-trimmed.ts'
import { architecturesBeyondCluster } from './architectures-beyond-cluster.ts'
import { clusterArchitectureUnknown } from './cluster-architecture-unknown.ts'
import { clusterArchitecturesMissing } from './cluster-architectures-missing.ts'
import { clustersCollide } from './clusters-collide.ts'
import { commonBootImagesInvalid } from './common-boot-images-invalid.ts'
import { commonBootSwitchIgnored } from './common-boot-switch-ignored.ts'
import { commonImageReplaced } from './common-image-replaced.ts'
import { commonImagesIncomplete } from './common-images-incomplete.ts'
import { commonImagesMoved } from './common-images-moved.ts'
import { commonTemplatesCopied } from './common-templates-copied.ts'
import { dataImportCronFieldUnknown } from './data-import-cron-field-unknown.ts'
import { dataImportCronNameClash } from './data-import-cron-name-clash.ts'
import { dataImportCronRejected } from './data-import-cron-rejected.ts'
import { dataSourceContested } from './data-source-contested.ts'
import { dataSourceEmpty } from './data-source-empty.ts'
import { dataSourceNameEmpty } from './data-source-name-empty.ts'
import { dataSourceNameInvalid } from './data-source-name-invalid.ts'
import { dataSourceShared } from './data-source-shared.ts'
import { dataSourceSuffixed } from './data-source-suffixed.ts'
import { dataVolumeWithoutPlatform } from './data-volume-without-platform.ts'
import { defaultArchitecturesDisagree } from './default-architectures-disagree.ts'
import { defaultImageMissing } from './default-image-missing.ts'
import { digestPinnedUrl } from './digest-pinned-url.ts'
import { droppedForPointer } from './dropped-for-pointer.ts'
import { duplicateArchitecture } from './duplicate-architecture.ts'
import { duplicateTemplateName } from './duplicate-template-name.ts'
import { enableAnnotationInvalid } from './enable-annotation-invalid.ts'
import { existingDataImportCronRejected } from './existing-data-import-cron-rejected.ts'
import { featureGateContradictsField } from './feature-gate-contradicts-field.ts'
import { featureGateDeprecated } from './feature-gate-deprecated.ts'
import { featureGateDuplicate } from './feature-gate-duplicate.ts'
import { featureGateMisnamed } from './feature-gate-misnamed.ts'
import { featureGateNeedsWorkloadSources } from './feature-gate-needs-workload-sources.ts'
import { fieldOfOtherApiVersion } from './field-of-other-api-version.ts'
import { functionLeftOut } from './function-left-out.ts'
import { hyperConvergedInvalid } from './hyperconverged-invalid.ts'
import { ignoreUnused } from './ignore-unused.ts'
import { ignoreWithoutReason } from './ignore-without-reason.ts'
import { imageBootc } from './image-bootc.ts'
import { imageMissing } from './image-missing.ts'
import { imageNotLocked } from './image-not-locked.ts'
import { imageSingleArchitecture } from './image-single-architecture.ts'
import { imageStreamMissing } from './image-stream-missing.ts'
import { imageStreamSingleArchitecture } from './image-stream-single-architecture.ts'
import { imagesLockInvalid } from './images-lock-invalid.ts'
import { inventoryNotLocal } from './inventory-not-local.ts'
import { jsonPatchOnSsp } from './json-patch-on-ssp.ts'
import { kindMisspelt } from './kind-misspelt.ts'
import { kustomizationNotBuilt } from './kustomization-not-built.ts'
import { labelsIgnored } from './labels-ignored.ts'
import { lockOutdated } from './lock-outdated.ts'
import { manifestUnreadable } from './manifest-unreadable.ts'
import { mirrorNotUsed } from './mirror-not-used.ts'
import { multiArchGoldenImagesDisabled } from './multi-arch-golden-images-disabled.ts'
import { nameTaken } from './name-taken.ts'
import { noArchitectureAnnotation } from './no-architecture-annotation.ts'
import { noHyperConverged } from './no-hyperconverged.ts'
import { noNodeInformation } from './no-node-information.ts'
import { noSupportedArchitecture } from './no-supported-architecture.ts'
import { noWorkloadNode } from './no-workload-node.ts'
import { nodeAffinityInvalid } from './node-affinity-invalid.ts'
import { nodeWithoutArchitecture } from './node-without-architecture.ts'
import { nodesWithoutCluster } from './nodes-without-cluster.ts'
import { notRead } from './not-read.ts'
import { orphaned } from './orphaned.ts'
import { partialCoverage } from './partial-coverage.ts'
import { placementWithoutRequirement } from './placement-without-requirement.ts'
import { platformContradicts } from './platform-contradicts.ts'
import { platformMissing } from './platform-missing.ts'
import { pointerDangles } from './pointer-dangles.ts'
import { policyMerges } from './policy-merges.ts'
import { pvcSourceOtherNamespace } from './pvc-source-other-namespace.ts'
import { pvcSourceSeveralArchitectures } from './pvc-source-several-architectures.ts'
import { registryAccessInOneNamespace } from './registry-access-in-one-namespace.ts'
import { registryUrlNeverImports } from './registry-url-never-imports.ts'
import { releaseWithoutMultiArch } from './release-without-multi-arch.ts'
import { replacedAtEverySync } from './replaced-at-every-sync.ts'
import { retentionPolicyUnknown } from './retention-policy-unknown.ts'
import type { ClusterRule, Rule } from './rule.ts'
import { scheduleEmpty } from './schedule-empty.ts'
import { scheduleTimeZone } from './schedule-time-zone.ts'
import { staleInventory } from './stale-inventory.ts'
import { switchOnSingleArchitecture } from './switch-on-single-architecture.ts'
import { templateCrashesOperator } from './template-crashes-operator.ts'
import { templateVanishes } from './template-vanishes.ts'
import { templateWithoutMetadata } from './template-without-metadata.ts'
import { templateWithoutName } from './template-without-name.ts'
import { templateWithoutSpec } from './template-without-spec.ts'
import { unknownArchitecture } from './unknown-architecture.ts'
import { unknownField } from './unknown-field.ts'
import { v1OnlyFieldsInvalid } from './v1-only-fields-invalid.ts'
import { vmArchitectureContradictsImage } from './vm-architecture-contradicts-image.ts'
import { vmArchitectureUnknown } from './vm-architecture-unknown.ts'
import { vmDefaultArchitecture } from './vm-default-architecture.ts'
import { vmDeniedWithoutGate } from './vm-denied-without-gate.ts'
import { vmInferenceFails } from './vm-inference-fails.ts'
import { vmInstancetypeMissing } from './vm-instancetype-missing.ts'
import { vmMachineType } from './vm-machine-type.ts'
import { vmNodeSelectorOverrides } from './vm-node-selector-overrides.ts'
import { vmRefused } from './vm-refused.ts'
import { vmWithoutImage } from './vm-without-image.ts'
import { vmWithoutNode } from './vm-without-node.ts'

/** An alert without a rule would be reported by nobody. */
const BY_ALERT: { readonly [alert in AlertName]: ClusterRule } = {
  HCOMultiArchGoldenImagesDisabled: multiArchGoldenImagesDisabled,
  HCOGoldenImageWithNoArchitectureAnnotation: noArchitectureAnnotation,
  HCOGoldenImageWithNoSupportedArchitecture: noSupportedArchitecture,
}

/** Nor would a refusal. */
const BY_REFUSAL: { readonly [cause in RefusalCause]: ClusterRule } = {
  'api-version-not-served': apiVersionNotServed,
  'hyperconverged-invalid': hyperConvergedInvalid,
  'feature-gate-duplicate': featureGateDuplicate,
  'feature-gate-contradicts-field': featureGateContradictsField,
  'v1-only-fields-invalid': v1OnlyFieldsInvalid,
  'template-without-metadata': templateWithoutMetadata,
  'enable-annotation-invalid': enableAnnotationInvalid,
  'template-without-spec': templateWithoutSpec,
  'duplicate-template-name': duplicateTemplateName,
  'node-affinity-invalid': nodeAffinityInvalid,
  'template-crashes-operator': templateCrashesOperator,
  'cluster-architecture-unknown': clusterArchitectureUnknown,
  'cluster-architectures-missing': clusterArchitecturesMissing,
  'template-without-name': templateWithoutName,
  'data-source-name-empty': dataSourceNameEmpty,
}

/** What a registry has, or what the lock says that it has. */
export const IMAGE_RULES: readonly Rule[] = [
  noArchitectureAnnotation,
  registryUrlNeverImports,
  imagesLockInvalid,
  imageMissing,
  architectureNotInImage,
  imageBootc,
  annotationMissesArchitecture,
  mirrorNotUsed,
  lockOutdated,
  imageNotLocked,
  imageSingleArchitecture,
  registryAccessInOneNamespace,
]

/** Every rule: the operators' alerts, what would be refused or crash, what vanishes, and what is worth a warning. */
export const RULES: readonly Rule[] = [
  ...Object.values(BY_ALERT),
  ...Object.values(BY_REFUSAL),
  dataImportCronRejected,
  existingDataImportCronRejected,
  dataSourceContested,
  dataImportCronFieldUnknown,
  dataSourceNameInvalid,

  dataSourceShared,
  droppedForPointer,
  dataImportCronNameClash,
  templateVanishes,
  commonImageReplaced,
  dataSourceSuffixed,
  unknownArchitecture,
  architectureNotTrimmed,
  digestPinnedUrl,
  ...IMAGE_RULES.filter((rule) => rule !== noArchitectureAnnotation),
  scheduleEmpty,
  imageStreamMissing,
  pvcSourceSeveralArchitectures,
  fieldOfOtherApiVersion,
  commonBootSwitchIgnored,
  featureGateMisnamed,

  noNodeInformation,
  noWorkloadNode,
  ambiguousCluster,
  nodesWithoutCluster,
  kindMisspelt,
  clustersCollide,
  nameTaken,
  replacedAtEverySync,
  orphaned,
  commonBootImagesInvalid,
  noHyperConverged,
  manifestUnreadable,
  kustomizationNotBuilt,
  functionLeftOut,
  notRead,
  policyMerges,
  releaseWithoutMultiArch,
  commonImagesIncomplete,
  jsonPatchOnSsp,
  featureGateNeedsWorkloadSources,
  defaultImageMissing,
  pointerDangles,
  commonImagesMoved,
  duplicateArchitecture,
  annotationIgnored,
  annotationRemoved,
  labelsIgnored,
  commonTemplatesCopied,
  unknownField,
  platformContradicts,
  platformMissing,
  dataSourceEmpty,
  imageStreamSingleArchitecture,
  pvcSourceOtherNamespace,
  scheduleTimeZone,
  retentionPolicyUnknown,
  defaultArchitecturesDisagree,
  featureGateDeprecated,
  inventoryNotLocal,
  nodeWithoutArchitecture,
  staleInventory,
  ignoreUnused,
  ignoreWithoutReason,
  switchOnSingleArchitecture,
  placementWithoutRequirement,
  partialCoverage,
  architecturesBeyondCluster,

  vmArchitectureContradictsImage,
  vmWithoutImage,
  vmWithoutNode,
  vmNodeSelectorOverrides,
  vmRefused,
  vmMachineType,
  vmInferenceFails,
  vmArchitectureUnknown,
  vmDeniedWithoutGate,
  vmInstancetypeMissing,
  dataVolumeWithoutPlatform,
  vmDefaultArchitecture,
]
