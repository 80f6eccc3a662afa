//! The table of commands: name, how many words (at least so many where negative), and the code.

use super::super::value::Bytes;
use super::ctx::Ctx;
use super::{
    Answer, blocking, client, config, hashes, info, keys, keyspace, lists, pubsub, server, sets,
    sorted, sorted_range, strings, strings_more, transaction,
};

/// A command.
pub struct Command {
    /// Its name, in small letters.
    pub name: &'static str,
    /// How many words it has, its name included; at least so many where negative.
    pub arity: i8,
    /// Whether it may change keys.
    pub write: bool,
    /// Whether it may need more memory.
    pub grows: bool,
    /// Its code.
    pub run: fn(&mut Ctx, &[Bytes]) -> Answer,
}

const fn read(name: &'static str, arity: i8, run: fn(&mut Ctx, &[Bytes]) -> Answer) -> Command {
    Command { name, arity, write: false, grows: false, run }
}

const fn write(name: &'static str, arity: i8, run: fn(&mut Ctx, &[Bytes]) -> Answer) -> Command {
    Command { name, arity, write: true, grows: false, run }
}

const fn grow(name: &'static str, arity: i8, run: fn(&mut Ctx, &[Bytes]) -> Answer) -> Command {
    Command { name, arity, write: true, grows: true, run }
}

/// The command with a name.
pub fn find(name: &str) -> Option<&'static Command> {
    COMMANDS.binary_search_by_key(&name, |c| c.name).ok().map(|i| &COMMANDS[i])
}

/// All of them, sorted.
pub static COMMANDS: &[Command] = &[
    grow("append", 3, strings_more::append),
    read("auth", -2, client::auth),
    read("bgrewriteaof", 1, server::bgrewriteaof),
    read("bgsave", -1, server::bgsave),
    read("bitcount", -2, strings_more::bitcount),
    write("blmove", 6, blocking::blmove),
    write("blpop", -3, blocking::blpop),
    write("brpop", -3, blocking::brpop),
    write("brpoplpush", 4, blocking::brpoplpush),
    read("client", -2, client::client),
    read("command", -1, server::command),
    read("config", -2, config::config),
    write("copy", -3, keys::copy),
    read("dbsize", 1, keyspace::dbsize),
    read("debug", -2, server::debug),
    grow("decr", 2, strings_more::decr),
    grow("decrby", 3, strings_more::decrby),
    write("del", -2, keys::del),
    read("discard", 1, transaction::discard),
    read("echo", 2, server::echo),
    read("exec", 1, transaction::exec),
    read("exists", -2, keys::exists),
    write("expire", -3, keys::expire),
    write("expireat", -3, keys::expireat),
    read("expiretime", 2, keys::expiretime),
    write("flushall", -1, keyspace::flushall),
    write("flushdb", -1, keyspace::flushdb),
    read("get", 2, strings::get),
    read("getbit", 3, strings_more::getbit),
    write("getdel", 2, strings::getdel),
    write("getex", -2, strings::getex),
    read("getrange", 4, strings_more::getrange),
    grow("getset", 3, strings::getset),
    write("hdel", -3, hashes::hdel),
    read("hello", -1, client::hello),
    read("hexists", 3, hashes::hexists),
    read("hget", 3, hashes::hget),
    read("hgetall", 2, hashes::hgetall),
    grow("hincrby", 4, hashes::hincrby),
    grow("hincrbyfloat", 4, hashes::hincrbyfloat),
    read("hkeys", 2, hashes::hkeys),
    read("hlen", 2, hashes::hlen),
    read("hmget", -3, hashes::hmget),
    grow("hmset", -4, hashes::hmset),
    read("hrandfield", -2, hashes::hrandfield),
    read("hscan", -3, hashes::hscan),
    grow("hset", -4, hashes::hset),
    grow("hsetex", -6, hashes::hsetex),
    grow("hsetnx", 4, hashes::hsetnx),
    read("hstrlen", 3, hashes::hstrlen),
    read("hvals", 2, hashes::hvals),
    grow("incr", 2, strings_more::incr),
    grow("incrby", 3, strings_more::incrby),
    grow("incrbyfloat", 3, strings_more::incrbyfloat),
    read("info", -1, info::info),
    read("keys", 2, keyspace::keys),
    read("lastsave", 1, server::lastsave),
    read("lindex", 3, lists::lindex),
    grow("linsert", 5, lists::linsert),
    read("llen", 2, lists::llen),
    grow("lmove", 5, lists::lmove),
    write("lmpop", -4, lists::lmpop),
    read("lolwut", -1, server::lolwut),
    write("lpop", -2, lists::lpop),
    read("lpos", -3, lists::lpos),
    grow("lpush", -3, lists::lpush),
    grow("lpushx", -3, lists::lpushx),
    read("lrange", 4, lists::lrange),
    write("lrem", 4, lists::lrem),
    grow("lset", 4, lists::lset),
    write("ltrim", 4, lists::ltrim),
    read("memory", -2, strings_more::memory),
    read("mget", -2, strings::mget),
    read("monitor", 1, client::monitor),
    write("move", 3, keys::move_to),
    grow("mset", -3, strings::mset),
    grow("msetnx", -3, strings::msetnx),
    read("multi", 1, transaction::multi),
    read("object", -2, keys::object),
    write("persist", 2, keys::persist),
    write("pexpire", -3, keys::pexpire),
    write("pexpireat", -3, keys::pexpireat),
    read("pexpiretime", 2, keys::pexpiretime),
    read("ping", -1, server::ping),
    grow("psetex", 4, strings::psetex),
    read("psubscribe", -2, pubsub::psubscribe),
    read("pttl", 2, keys::pttl),
    read("publish", 3, pubsub::publish),
    read("pubsub", -2, pubsub::pubsub),
    read("punsubscribe", -1, pubsub::punsubscribe),
    read("quit", -1, client::quit),
    read("randomkey", 1, keyspace::randomkey),
    write("rename", 3, keys::rename),
    write("renamenx", 3, keys::renamenx),
    read("reset", 1, client::reset),
    read("role", 1, server::role),
    write("rpop", -2, lists::rpop),
    grow("rpoplpush", 3, lists::rpoplpush),
    grow("rpush", -3, lists::rpush),
    grow("rpushx", -3, lists::rpushx),
    grow("sadd", -3, sets::sadd),
    read("save", 1, server::save),
    read("scan", -2, keyspace::scan),
    read("scard", 2, sets::scard),
    read("sdiff", -2, sets::sdiff),
    grow("sdiffstore", -3, sets::sdiffstore),
    read("select", 2, keyspace::select),
    grow("set", -3, strings::set),
    grow("setbit", 4, strings_more::setbit),
    grow("setex", 4, strings::setex),
    grow("setnx", 3, strings::setnx),
    grow("setrange", 4, strings_more::setrange),
    read("shutdown", -1, server::shutdown),
    read("sinter", -2, sets::sinter),
    read("sintercard", -3, sets::sintercard),
    grow("sinterstore", -3, sets::sinterstore),
    read("sismember", 3, sets::sismember),
    read("slowlog", -2, server::slowlog),
    read("smembers", 2, sets::smembers),
    read("smismember", -3, sets::smismember),
    write("smove", 4, sets::smove),
    write("spop", -2, sets::spop),
    read("srandmember", -2, sets::srandmember),
    write("srem", -3, sets::srem),
    read("sscan", -3, sets::sscan),
    read("strlen", 2, strings_more::strlen),
    read("subscribe", -2, pubsub::subscribe),
    read("substr", 4, strings_more::getrange),
    read("sunion", -2, sets::sunion),
    grow("sunionstore", -3, sets::sunionstore),
    write("swapdb", 3, keyspace::swapdb),
    read("time", 1, server::time),
    read("touch", -2, keys::touch),
    read("ttl", 2, keys::ttl),
    read("type", 2, keys::kind),
    write("unlink", -2, keys::del),
    read("unsubscribe", -1, pubsub::unsubscribe),
    read("unwatch", 1, transaction::unwatch),
    read("wait", 3, server::wait),
    read("waitaof", 4, server::waitaof),
    read("watch", -2, transaction::watch),
    grow("zadd", -4, sorted::zadd),
    read("zcard", 2, sorted::zcard),
    read("zcount", 4, sorted_range::zcount),
    read("zdiff", -3, sorted::zdiff),
    grow("zdiffstore", -4, sorted::zdiffstore),
    grow("zincrby", 4, sorted::zincrby),
    read("zinter", -3, sorted::zinter),
    grow("zinterstore", -4, sorted::zinterstore),
    read("zlexcount", 4, sorted_range::zlexcount),
    read("zmscore", -3, sorted::zmscore),
    write("zpopmax", -2, sorted::zpopmax),
    write("zpopmin", -2, sorted::zpopmin),
    read("zrange", -4, sorted_range::zrange),
    read("zrangebylex", -4, sorted_range::zrangebylex),
    read("zrangebyscore", -4, sorted_range::zrangebyscore),
    grow("zrangestore", -5, sorted_range::zrangestore),
    read("zrank", -3, sorted::zrank),
    write("zrem", -3, sorted::zrem),
    write("zremrangebylex", 4, sorted_range::zremrangebylex),
    write("zremrangebyrank", 4, sorted_range::zremrangebyrank),
    write("zremrangebyscore", 4, sorted_range::zremrangebyscore),
    read("zrevrange", -4, sorted_range::zrevrange),
    read("zrevrangebylex", -4, sorted_range::zrevrangebylex),
    read("zrevrangebyscore", -4, sorted_range::zrevrangebyscore),
    read("zrevrank", -3, sorted::zrevrank),
    read("zscan", -3, sorted::zscan),
    read("zscore", 3, sorted::zscore),
    read("zunion", -3, sorted::zunion),
    grow("zunionstore", -4, sorted::zunionstore),
];

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sorted() {
        assert!(super::COMMANDS.windows(2).all(|w| w[0].name < w[1].name));
    }
}
