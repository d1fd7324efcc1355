#!/usr/bin/env bash
# Installs Docker, buildx, Compose, kind, kubectl and Helm in the versions of examples/versions.yaml, whatever the runner happens to have.
set -euo pipefail
cd "$(dirname "$0")/../.."
version() { sed -n "s/^$1: *//p" examples/versions.yaml; }
arch=$(dpkg --print-architecture)
machine=$(uname -m)
bin=/usr/local/bin

systemctl stop docker.service docker.socket containerd.service
curl --fail --silent --show-error --location "https://download.docker.com/linux/static/stable/$machine/docker-$(version docker).tgz" |
  tar --extract --gzip --strip-components=1 --directory "$bin"
mkdir -p /usr/local/lib/docker/cli-plugins
get() { curl --fail --silent --show-error --location --output "$1" "$2" && chmod +x "$1"; }
get /usr/local/lib/docker/cli-plugins/docker-buildx "https://github.com/docker/buildx/releases/download/v$(version buildx)/buildx-v$(version buildx).linux-$arch"
get /usr/local/lib/docker/cli-plugins/docker-compose "https://github.com/docker/compose/releases/download/v$(version compose)/docker-compose-linux-$machine"
get "$bin/kind" "https://kind.sigs.k8s.io/dl/v$(version kind)/kind-linux-$arch"
get "$bin/kubectl" "https://dl.k8s.io/release/v$(version kubectl)/bin/linux/$arch/kubectl"
curl --fail --silent --show-error --location "https://get.helm.sh/helm-v$(version helm)-linux-$arch.tar.gz" |
  tar --extract --gzip --strip-components=1 --directory "$bin" "linux-$arch/helm"

# Docker 29 keeps images in containerd's store by default; a runner's older configuration may say otherwise.
rm -f /etc/docker/daemon.json
nohup "$bin/dockerd" --group docker > /var/log/dockerd.log 2>&1 &
for _ in $(seq 60); do docker version > /dev/null 2>&1 && break; sleep 1; done
docker version --format 'Docker {{.Server.Version}}'
docker compose version && docker buildx version && kind version && kubectl version --client && helm version --short
