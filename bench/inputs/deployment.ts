/** An ordinary Deployment of some 1.2 kB, as an item of a list. */
export function deployment(index: number): string {
  const name = `app-${index}`
  return `- apiVersion: apps/v1
  kind: Deployment
  metadata:
    name: ${name}
    namespace: team-${index % 20}
    labels:
      app.kubernetes.io/name: ${name}
      app.kubernetes.io/part-of: shop
    annotations:
      config.kubernetes.io/path: apps/${name}/deployment.yaml
      internal.config.kubernetes.io/path: apps/${name}/deployment.yaml
      config.kubernetes.io/index: "0"
      internal.config.kubernetes.io/index: "0"
  spec:
    replicas: 3
    selector:
      matchLabels:
        app.kubernetes.io/name: ${name}
    template:
      metadata:
        labels:
          app.kubernetes.io/name: ${name}
      spec:
        containers:
        - name: main
          image: registry.example.com/shop/${name}:1.${index}.0
          args: ["--listen=:8080", "--log-level=info"]
          env:
          - name: LOG_FORMAT
            value: json
          - name: POD_NAME
            valueFrom:
              fieldRef:
                fieldPath: metadata.name
          ports:
          - containerPort: 8080
            name: http
          resources:
            requests: {cpu: 100m, memory: 128Mi}
            limits: {memory: 256Mi}
          readinessProbe:
            httpGet: {path: /healthz, port: http}
`
}
