//! The Go types of what `docker inspect` shows, as far as templates and `{{.}}` can tell them from
//! plain JSON. Names, order and types are those of the Engine API's client library.

use crate::docker::template::types::{Def, Type, Written};
use crate::docker::template::value::Embedded;

const STRINGS: Type = Type::List(&Type::Text, "[]string");
const WORDS: Type = Type::List(&Type::Text, "strslice.StrSlice");
const LABELS: Type = Type::Map(&Type::Text, "map[string]string");
const SET: Type = Type::Map(&Type::Struct(&EMPTY), "map[string]struct {}");
const PORT_SET: Type = Type::Map(&Type::Struct(&EMPTY), "nat.PortSet");
const ANY_LIST: Type = Type::List(&Type::Any, "[]interface {}");

static EMPTY: Def = Def { name: "struct {}", ..Def::PLAIN };

macro_rules! def {
    ($(#[$doc:meta])* $name:ident = $go:literal $(($key:ident: $value:expr))* { $($field:literal $(as $json:literal)? : $t:expr),* $(,)? }) => {
        $(#[$doc])*
        // Most leave something out.
        #[allow(clippy::needless_update)]
        pub static $name: Def = Def {
            name: $go,
            fields: &[$(($field, def!(@json $field $($json)?), $t)),*],
            $($key: $value,)*
            ..Def::PLAIN
        };
    };
    (@json $field:literal $json:literal) => { $json };
    (@json $field:literal) => { $field };
}

/// A container.
pub static CONTAINER: Type = Type::Struct(&CONTAINER_DEF);
/// An image.
pub static IMAGE: Type = Type::Struct(&IMAGE_DEF);
/// A volume.
pub static VOLUME: Type = Type::Struct(&VOLUME_DEF);
/// A network.
pub static NETWORK: Type = Type::Struct(&NETWORK_DEF);
/// A context of the client's.
pub static CONTEXT: Type = Type::Struct(&CONTEXT_DEF);

def!(
    /// `context.contextWithTLSListing`
    CONTEXT_DEF = "context.contextWithTLSListing" {
        "Name": Type::Text, "Metadata": Type::Struct(&CONTEXT_METADATA),
        "Endpoints": Type::Map(&Type::Any, "map[string]interface {}"),
        "TLSMaterial": Type::Map(&STRINGS, "map[string]store.EndpointFiles"),
        "Storage": Type::Struct(&STORAGE),
    }
);
def!(
    /// `store.Metadata`: embedded, so that its own name hides the field of the same name in it.
    CONTEXT_METADATA = "store.Metadata" {
        "Endpoints": Type::Map(&Type::Any, "map[string]interface {}"), "Metadata": Type::Any,
        "Name": Type::Text,
    }
);
def!(
    /// `store.StorageInfo`
    STORAGE = "store.StorageInfo" { "MetadataPath": Type::Text, "TLSPath": Type::Text }
);
def!(
    /// `container.InspectResponse`, the embedded base first.
    CONTAINER_DEF = "container.InspectResponse" (embeds: &[Embedded { fields: 22, pointer: Some("container.ContainerJSONBase") }]) {
        "ID" as "Id": Type::Text, "Created": Type::Text, "Path": Type::Text, "Args": STRINGS,
        "State": Type::Pointer(&STATE), "Image": Type::Text, "ResolvConfPath": Type::Text,
        "HostnamePath": Type::Text, "HostsPath": Type::Text, "LogPath": Type::Text, "Name": Type::Text,
        "RestartCount": Type::Int, "Driver": Type::Text, "Platform": Type::Text, "MountLabel": Type::Text,
        "ProcessLabel": Type::Text, "AppArmorProfile": Type::Text, "ExecIDs": STRINGS,
        "HostConfig": Type::Pointer(&HOST_CONFIG), "GraphDriver": Type::Struct(&DRIVER_DATA),
        "SizeRw": Type::Maybe(&Type::Int, "*int64"), "SizeRootFs": Type::Maybe(&Type::Int, "*int64"),
        "Mounts": Type::List(&Type::Struct(&MOUNT_POINT), "[]container.MountPoint"),
        "Config": Type::Pointer(&CONFIG), "NetworkSettings": Type::Pointer(&NETWORK_SETTINGS),
        "ImageManifestDescriptor": Type::Pointer(&EMPTY),
    }
);
def!(
    /// `container.State`
    STATE = "container.State" {
        "Status": Type::Text, "Running": Type::Bool, "Paused": Type::Bool, "Restarting": Type::Bool,
        "OOMKilled": Type::Bool, "Dead": Type::Bool, "Pid": Type::Int, "ExitCode": Type::Int,
        "Error": Type::Text, "StartedAt": Type::Text, "FinishedAt": Type::Text,
        "Health": Type::Pointer(&HEALTH),
    }
);
def!(
    /// `container.Health`
    HEALTH = "container.Health" {
        "Status": Type::Text, "FailingStreak": Type::Int,
        "Log": Type::List(&Type::Pointer(&HEALTH_RESULT), "[]*container.HealthcheckResult"),
    }
);
def!(
    /// `container.HealthcheckResult`
    HEALTH_RESULT = "container.HealthcheckResult" {
        "Start": Type::Time, "End": Type::Time, "ExitCode": Type::Int, "Output": Type::Text,
    }
);
def!(
    /// `container.MountPoint`
    MOUNT_POINT = "container.MountPoint" {
        "Type": Type::Text, "Name": Type::Text, "Source": Type::Text, "Destination": Type::Text,
        "Driver": Type::Text, "Mode": Type::Text, "RW": Type::Bool, "Propagation": Type::Text,
    }
);
def!(
    /// `container.Config`
    CONFIG = "container.Config" {
        "Hostname": Type::Text, "Domainname": Type::Text, "User": Type::Text, "AttachStdin": Type::Bool,
        "AttachStdout": Type::Bool, "AttachStderr": Type::Bool, "ExposedPorts": PORT_SET, "Tty": Type::Bool,
        "OpenStdin": Type::Bool, "StdinOnce": Type::Bool, "Env": STRINGS, "Cmd": WORDS,
        "Healthcheck": Type::Pointer(&HEALTH_CONFIG), "ArgsEscaped": Type::Bool, "Image": Type::Text,
        "Volumes": SET, "WorkingDir": Type::Text, "Entrypoint": WORDS, "NetworkDisabled": Type::Bool,
        "MacAddress": Type::Text, "OnBuild": STRINGS, "Labels": LABELS, "StopSignal": Type::Text,
        "StopTimeout": Type::Maybe(&Type::Int, "*int"), "Shell": WORDS,
    }
);
def!(
    /// `container.HealthConfig`
    HEALTH_CONFIG = "v1.HealthcheckConfig" (written: Written::Lean) {
        "Test": STRINGS, "Interval": Type::Duration, "Timeout": Type::Duration,
        "StartPeriod": Type::Duration, "StartInterval": Type::Duration, "Retries": Type::Int,
    }
);
def!(
    /// `storage.DriverData`
    DRIVER_DATA = "storage.DriverData" { "Data": LABELS, "Name": Type::Text }
);
def!(
    /// `container.LogConfig`
    LOG_CONFIG = "container.LogConfig" { "Type": Type::Text, "Config": LABELS }
);
def!(
    /// `container.RestartPolicy`
    RESTART = "container.RestartPolicy" { "Name": Type::Text, "MaximumRetryCount": Type::Int }
);
def!(
    /// `nat.PortBinding`
    PORT_BINDING = "nat.PortBinding" { "HostIP" as "HostIp": Type::Text, "HostPort": Type::Text }
);
const PORT_MAP: Type =
    Type::Map(&Type::List(&Type::Struct(&PORT_BINDING), "[]nat.PortBinding"), "nat.PortMap");
def!(
    /// `container.HostConfig`, its limits included.
    HOST_CONFIG = "container.HostConfig" {
        "Binds": STRINGS, "ContainerIDFile": Type::Text, "LogConfig": Type::Struct(&LOG_CONFIG),
        "NetworkMode": Type::Text, "PortBindings": PORT_MAP, "RestartPolicy": Type::Struct(&RESTART),
        "AutoRemove": Type::Bool, "VolumeDriver": Type::Text, "VolumesFrom": STRINGS,
        "ConsoleSize": Type::List(&Type::Int, "[2]uint"), "Annotations": LABELS, "CapAdd": WORDS,
        "CapDrop": WORDS, "CgroupnsMode": Type::Text, "DNS" as "Dns": STRINGS,
        "DNSOptions" as "DnsOptions": STRINGS, "DNSSearch" as "DnsSearch": STRINGS, "ExtraHosts": STRINGS,
        "GroupAdd": STRINGS, "IpcMode": Type::Text, "Cgroup": Type::Text, "Links": STRINGS,
        "OomScoreAdj": Type::Int, "PidMode": Type::Text, "Privileged": Type::Bool,
        "PublishAllPorts": Type::Bool, "ReadonlyRootfs": Type::Bool, "SecurityOpt": STRINGS,
        "StorageOpt": LABELS, "Tmpfs": LABELS, "UTSMode": Type::Text, "UsernsMode": Type::Text,
        "ShmSize": Type::Int, "Sysctls": LABELS, "Runtime": Type::Text, "Isolation": Type::Text,
        "CPUShares" as "CpuShares": Type::Int, "Memory": Type::Int, "NanoCPUs" as "NanoCpus": Type::Int,
        "CgroupParent": Type::Text, "BlkioWeight": Type::Int, "BlkioWeightDevice": ANY_LIST,
        "BlkioDeviceReadBps": ANY_LIST, "BlkioDeviceWriteBps": ANY_LIST, "BlkioDeviceReadIOps": ANY_LIST,
        "BlkioDeviceWriteIOps": ANY_LIST, "CPUPeriod" as "CpuPeriod": Type::Int,
        "CPUQuota" as "CpuQuota": Type::Int, "CPURealtimePeriod" as "CpuRealtimePeriod": Type::Int,
        "CPURealtimeRuntime" as "CpuRealtimeRuntime": Type::Int, "CpusetCpus": Type::Text,
        "CpusetMems": Type::Text, "Devices": Type::List(&Type::Struct(&DEVICE), "[]container.DeviceMapping"), "DeviceCgroupRules": STRINGS,
        "DeviceRequests": Type::List(&Type::Struct(&DEVICE_REQUEST), "[]container.DeviceRequest"), "KernelMemory": Type::Int, "KernelMemoryTCP": Type::Int,
        "MemoryReservation": Type::Int, "MemorySwap": Type::Int,
        "MemorySwappiness": Type::Maybe(&Type::Int, "*int64"),
        "OomKillDisable": Type::Maybe(&Type::Bool, "*bool"), "PidsLimit": Type::Maybe(&Type::Int, "*int64"),
        "Ulimits": Type::List(&Type::Pointer(&ULIMIT), "[]*units.Ulimit"), "CPUCount" as "CpuCount": Type::Int,
        "CPUPercent" as "CpuPercent": Type::Int, "IOMaximumIOps": Type::Int, "IOMaximumBandwidth": Type::Int,
        "Mounts": Type::List(&Type::Struct(&MOUNT), "[]mount.Mount"), "MaskedPaths": STRINGS,
        "ReadonlyPaths": STRINGS, "Init": Type::Maybe(&Type::Bool, "*bool"),
    }
);
def!(
    /// `units.Ulimit`
    ULIMIT = "units.Ulimit" { "Name": Type::Text, "Hard": Type::Int, "Soft": Type::Int }
);
def!(
    /// `mount.Mount`
    MOUNT = "mount.Mount" {
        "Type": Type::Text, "Source": Type::Text, "Target": Type::Text, "ReadOnly": Type::Bool,
        "Consistency": Type::Text, "BindOptions": Type::Pointer(&BIND_OPTIONS),
        "VolumeOptions": Type::Pointer(&VOLUME_OPTIONS), "ImageOptions": Type::Pointer(&IMAGE_OPTIONS),
        "TmpfsOptions": Type::Pointer(&TMPFS_OPTIONS), "ClusterOptions": Type::Pointer(&EMPTY),
    }
);
def!(
    /// `mount.BindOptions`
    BIND_OPTIONS = "mount.BindOptions" {
        "Propagation": Type::Text, "NonRecursive": Type::Bool, "CreateMountpoint": Type::Bool,
        "ReadOnlyNonRecursive": Type::Bool, "ReadOnlyForceRecursive": Type::Bool,
    }
);
def!(
    /// `mount.VolumeOptions`
    VOLUME_OPTIONS = "mount.VolumeOptions" {
        "NoCopy": Type::Bool, "Labels": LABELS, "Subpath": Type::Text,
        "DriverConfig": Type::Pointer(&VOLUME_DRIVER),
    }
);
def!(
    /// `mount.Driver`
    VOLUME_DRIVER = "mount.Driver" { "Name": Type::Text, "Options": LABELS }
);
def!(
    /// `mount.ImageOptions`
    IMAGE_OPTIONS = "mount.ImageOptions" { "Subpath": Type::Text }
);
def!(
    /// `mount.TmpfsOptions`
    TMPFS_OPTIONS = "mount.TmpfsOptions" { "SizeBytes": Type::Int, "Mode": Type::Int, "Options": ANY_LIST }
);
def!(
    /// `container.NetworkSettings`
    NETWORK_SETTINGS = "container.NetworkSettings" {
        "Bridge": Type::Text, "SandboxID": Type::Text, "SandboxKey": Type::Text, "Ports": PORT_MAP,
        "HairpinMode": Type::Bool, "LinkLocalIPv6Address": Type::Text, "LinkLocalIPv6PrefixLen": Type::Int,
        "SecondaryIPAddresses": ANY_LIST, "SecondaryIPv6Addresses": ANY_LIST, "EndpointID": Type::Text,
        "Gateway": Type::Text, "GlobalIPv6Address": Type::Text, "GlobalIPv6PrefixLen": Type::Int,
        "IPAddress": Type::Text, "IPPrefixLen": Type::Int, "IPv6Gateway": Type::Text, "MacAddress": Type::Text,
        "Networks": Type::Map(&Type::Pointer(&ENDPOINT), "map[string]*network.EndpointSettings"),
    }
);
def!(
    /// `network.EndpointSettings`
    ENDPOINT = "network.EndpointSettings" {
        "IPAMConfig": Type::Pointer(&ENDPOINT_IPAM), "Links": STRINGS, "Aliases": STRINGS,
        "MacAddress": Type::Text, "DriverOpts": LABELS, "GwPriority": Type::Int, "NetworkID": Type::Text,
        "EndpointID": Type::Text, "Gateway": Type::Text, "IPAddress": Type::Text, "IPPrefixLen": Type::Int,
        "IPv6Gateway": Type::Text, "GlobalIPv6Address": Type::Text, "GlobalIPv6PrefixLen": Type::Int,
        "DNSNames": STRINGS,
    }
);
def!(
    /// `network.EndpointIPAMConfig`
    ENDPOINT_IPAM = "network.EndpointIPAMConfig" {
        "IPv4Address": Type::Text, "IPv6Address": Type::Text, "LinkLocalIPs": STRINGS,
    }
);
def!(
    /// `image.InspectResponse`
    IMAGE_DEF = "image.InspectResponse" (written: Written::InOrder) {
        "ID" as "Id": Type::Text, "RepoTags": STRINGS, "RepoDigests": STRINGS, "Parent": Type::Text,
        "Comment": Type::Text, "Created": Type::Text, "Container": Type::Text,
        "ContainerConfig": Type::Pointer(&CONFIG), "DockerVersion": Type::Text, "Author": Type::Text,
        "Config": Type::Pointer(&IMAGE_CONFIG), "Architecture": Type::Text, "Variant": Type::Text,
        "Os": Type::Text, "OsVersion": Type::Text, "Size": Type::Int, "VirtualSize": Type::Int,
        "GraphDriver": Type::Struct(&DRIVER_DATA), "RootFS": Type::Struct(&ROOT_FS),
        "Metadata": Type::Struct(&METADATA), "Descriptor": Type::Pointer(&DESCRIPTOR),
        "Manifests": ANY_LIST,
    }
);
def!(
    /// `container.DeviceMapping`
    DEVICE = "container.DeviceMapping" {
        "PathOnHost": Type::Text, "PathInContainer": Type::Text, "CgroupPermissions": Type::Text,
    }
);
def!(
    /// `container.DeviceRequest`
    DEVICE_REQUEST = "container.DeviceRequest" {
        "Driver": Type::Text, "Count": Type::Int, "DeviceIDs": STRINGS,
        "Capabilities": Type::List(&STRINGS, "[][]string"), "Options": LABELS,
    }
);
def!(
    /// Where an image lies in a store of contents; this engine's images lie in none.
    DESCRIPTOR = "v1.Descriptor" { "MediaType" as "mediaType": Type::Text, "Digest" as "digest": Type::Text }
);
def!(
    /// The configuration of an image.
    IMAGE_CONFIG = "v1.DockerOCIImageConfig"
        (embeds: &[Embedded { fields: 10, pointer: None }, Embedded { fields: 3, pointer: None }])
        (written: Written::Lean)
    {
        "User": Type::Text, "ExposedPorts": SET, "Env": STRINGS, "Entrypoint": STRINGS, "Cmd": STRINGS,
        "Volumes": SET, "WorkingDir": Type::Text, "Labels": LABELS, "StopSignal": Type::Text,
        "ArgsEscaped": Type::Bool, "Healthcheck": Type::Pointer(&HEALTH_CONFIG), "OnBuild": STRINGS,
        "Shell": STRINGS,
    }
);
def!(
    /// `image.RootFS`
    ROOT_FS = "image.RootFS" { "Type": Type::Text, "Layers": STRINGS }
);
def!(
    /// `image.Metadata`
    METADATA = "image.Metadata" { "LastTagTime": Type::Time }
);
def!(
    /// `volume.Volume`
    VOLUME_DEF = "volume.Volume" {
        "ClusterVolume": Type::Pointer(&EMPTY), "CreatedAt": Type::Text, "Driver": Type::Text,
        "Labels": LABELS, "Mountpoint": Type::Text, "Name": Type::Text, "Options": LABELS,
        "Scope": Type::Text, "Status": Type::Map(&Type::Any, "map[string]interface {}"),
        "UsageData": Type::Pointer(&USAGE),
    }
);
def!(
    /// `volume.UsageData`
    USAGE = "volume.UsageData" { "RefCount": Type::Int, "Size": Type::Int }
);
def!(
    /// `network.Inspect`
    NETWORK_DEF = "network.Inspect" {
        "Name": Type::Text, "ID" as "Id": Type::Text, "Created": Type::Time, "Scope": Type::Text,
        "Driver": Type::Text, "EnableIPv4": Type::Bool, "EnableIPv6": Type::Bool,
        "IPAM": Type::Struct(&IPAM), "Internal": Type::Bool, "Attachable": Type::Bool, "Ingress": Type::Bool,
        "ConfigFrom": Type::Struct(&CONFIG_FROM), "ConfigOnly": Type::Bool,
        "Containers": Type::Map(&Type::Struct(&RESOURCE), "map[string]network.EndpointResource"),
        "Options": LABELS, "Labels": LABELS,
        "Peers": ANY_LIST, "Services": Type::Map(&Type::Any, "map[string]network.ServiceInfo"),
    }
);
def!(
    /// `network.IPAM`
    IPAM = "network.IPAM" {
        "Driver": Type::Text, "Options": LABELS,
        "Config": Type::List(&Type::Struct(&POOL), "[]network.IPAMConfig"),
    }
);
def!(
    /// `network.IPAMConfig`
    POOL = "network.IPAMConfig" {
        "Subnet": Type::Text, "IPRange": Type::Text, "Gateway": Type::Text,
        "AuxAddress" as "AuxiliaryAddresses": LABELS,
    }
);
def!(
    /// `network.ConfigReference`
    CONFIG_FROM = "network.ConfigReference" { "Network": Type::Text }
);
def!(
    /// `network.EndpointResource`
    RESOURCE = "network.EndpointResource" {
        "Name": Type::Text, "EndpointID": Type::Text, "MacAddress": Type::Text, "IPv4Address": Type::Text,
        "IPv6Address": Type::Text,
    }
);
