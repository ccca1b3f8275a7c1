import { type KnownFields, known, LABEL_SELECTOR, PLACEMENT } from './known-fields.ts'

/**
 * The fields of a HyperConverged's spec that the CRD of v1beta1 knows (hyperconverged-cluster-operator,
 * deploy/crds/hco00.crd.yaml, main of August 2026). Of a template of images nothing here: that is CDI's.
 */
export const V1BETA1_FIELDS: KnownFields = {
  ...known(
    'commonBootImageNamespace commonTemplatesNamespace dataImportCronTemplates defaultCPUModel defaultRuntimeClass deployVmConsoleProxy enableApplicationAwareQuota enableCommonBootImageImport evictionStrategy kubeSecondaryDNSNameServerIP localStorageClassName networkBinding roleAggregationStrategy scratchSpaceStorageClass tektonPipelinesNamespace tektonTasksNamespace tuningPolicy uninstallStrategy vddkInitImage vmStateStorageClass',
  ),
  CommonInstancetypesDeployment: known('enabled'),
  applicationAwareConfig: {
    ...known('allowApplicationAwareClusterResourceQuota vmiCalcConfigName'),
    namespaceSelector: LABEL_SELECTOR,
  },
  certConfig: {
    ca: known('duration renewBefore'),
    server: known('duration renewBefore'),
  },
  changedBlockTrackingLabelSelectors: {
    namespaceLabelSelector: LABEL_SELECTOR,
    virtualMachineLabelSelector: LABEL_SELECTOR,
  },
  featureGates: known(
    'alignCPUs autoResourceLimits containerPathVolumes decentralizedLiveMigration declarativeHotplugVolumes deployKubeSecondaryDNS deployKubevirtIpamController deployTektonTaskResources deployVmConsoleProxy disableMDevConfiguration downwardMetrics enableApplicationAwareQuota enableCommonBootImageImport enableManagedTenantQuota enableMultiArchBootImageImport incrementalBackup nonRoot objectGraph persistentReservation primaryUserDefinedNetworkBinding videoConfig withHostPassthroughCPU',
  ),
  filesystemOverhead: known('global storageClass'),
  higherWorkloadDensity: known('memoryOvercommitPercentage'),
  hypervisors: {
    '[]': known('name'),
  },
  infra: {
    nodePlacement: PLACEMENT,
  },
  instancetypeConfig: known('referencePolicy'),
  ksmConfiguration: {
    nodeLabelSelector: LABEL_SELECTOR,
  },
  kubeMacPoolConfiguration: known('rangeEnd rangeStart'),
  liveMigrationConfig: known(
    'allowAutoConverge allowPostCopy allowWorkloadDisruption bandwidthPerMigration completionTimeoutPerGiB network parallelMigrationsPerCluster parallelOutboundMigrationsPerNode progressTimeout',
  ),
  liveUpdateConfiguration: known('maxCpuSockets maxGuest maxHotplugRatio'),
  logVerbosityConfig: {
    ...known('cdi'),
    kubevirt: known(
      'nodeVerbosity virtAPI virtController virtHandler virtLauncher virtOperator virtSynchronizationController',
    ),
  },
  mediatedDevicesConfiguration: {
    ...known('mediatedDeviceTypes mediatedDevicesTypes'),
    nodeMediatedDeviceTypes: {
      '[]': known('mediatedDeviceTypes mediatedDevicesTypes nodeSelector'),
    },
  },
  obsoleteCPUs: known('cpuModels minCPUModel'),
  permittedHostDevices: {
    mediatedDevices: {
      '[]': known('disabled externalResourceProvider mdevNameSelector resourceName'),
    },
    pciHostDevices: {
      '[]': known('disabled externalResourceProvider pciDeviceSelector resourceName'),
    },
    usbHostDevices: {
      '[]': known('disabled externalResourceProvider resourceName selectors'),
    },
  },
  resourceRequirements: {
    ...known('vmiCPUAllocationRatio'),
    autoCPULimitNamespaceLabelSelector: LABEL_SELECTOR,
    storageWorkloads: known('claims limits requests'),
  },
  storageImport: known('insecureRegistries'),
  tlsSecurityProfile: {
    ...known('intermediate modern old type'),
    custom: known('ciphers minTLSVersion'),
  },
  virtualMachineOptions: known('disableFreePageReporting disableSerialConsoleLog'),
  workloadUpdateStrategy: known('batchEvictionInterval batchEvictionSize workloadUpdateMethods'),
  workloads: {
    nodePlacement: PLACEMENT,
  },
}
