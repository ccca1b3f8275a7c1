import { type KnownFields, known, LABEL_SELECTOR, PLACEMENT } from './known-fields.ts'

/**
 * The fields of a HyperConverged's spec that the CRD of v1 knows (hyperconverged-cluster-operator,
 * deploy/crds/hco00.crd.yaml, main of August 2026). Of a template of images nothing here: that is CDI's.
 */
export const V1_FIELDS: KnownFields = {
  deployment: {
    ...known('deployNetworkResourcesInjector deployVmConsoleProxy uninstallStrategy'),
    applicationAwareConfig: known(
      'allowApplicationAwareClusterResourceQuota enable namespaceSelector vmiCalcConfigName',
    ),
    logVerbosityConfig: known('cdi kubevirt'),
    nodePlacements: {
      infra: PLACEMENT,
      workload: PLACEMENT,
    },
  },
  featureGates: {
    '[]': known('name state'),
  },
  networking: {
    ...known('kubeSecondaryDNSNameServerIP networkBinding'),
    kubeMacPoolConfiguration: known('rangeEnd rangeStart'),
  },
  observability: {
    ...known('allowedAlerts allowedRecordingRules'),
    workloads: known('allowedMetrics'),
  },
  security: {
    certConfig: known('ca server'),
    tlsSecurityProfile: known('custom intermediate modern old type'),
  },
  storage: {
    ...known('scratchSpaceStorageClass vmStateStorageClass'),
    filesystemOverhead: known('global storageClass'),
    persistentReservationConfiguration: known('enabled'),
    storageImport: known('insecureRegistries'),
    workloadResourceRequirements: known('claims limits requests'),
  },
  virtualization: {
    ...known('evictionStrategy obsoleteCPUModels roleAggregationStrategy tuningPolicy vmiCPUAllocationRatio'),
    autoCPULimitNamespaceLabelSelector: LABEL_SELECTOR,
    changedBlockTrackingLabelSelectors: known('namespaceLabelSelector virtualMachineLabelSelector'),
    higherWorkloadDensity: known('memoryOvercommitPercentage'),
    hypervisors: {
      '[]': known('name'),
    },
    ksmConfiguration: known('nodeLabelSelector'),
    liveMigrationConfig: known(
      'allowAutoConverge allowPostCopy allowWorkloadDisruption bandwidthPerMigration completionTimeoutPerGiB network parallelMigrationsPerCluster parallelOutboundMigrationsPerNode progressTimeout',
    ),
    liveUpdateConfiguration: known('maxCpuSockets maxGuest maxHotplugRatio'),
    mediatedDevicesConfiguration: known('enabled mediatedDeviceTypes nodeMediatedDeviceTypes'),
    permittedHostDevices: known('mediatedDevices pciHostDevices usbHostDevices'),
    virtualMachineOptions: known(
      'defaultCPUModel defaultRuntimeClass disableFreePageReporting disableSerialConsoleLog',
    ),
    workloadUpdateStrategy: known('batchEvictionInterval batchEvictionSize workloadUpdateMethods'),
  },
  workloadSources: {
    ...known(
      'commonBootImageNamespace commonTemplatesNamespace dataImportCronTemplates enableCommonBootImageImport enableMultiArchBootImageImport',
    ),
    commonInstancetypesDeployment: known('enabled'),
    instancetypeConfig: known('referencePolicy'),
  },
}
