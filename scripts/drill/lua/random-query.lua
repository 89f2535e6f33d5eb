-- Real files, each time with another query: what a cache that is keyed by the whole address never has.
local here = debug.getinfo(1, "S").source:match("^@(.*/)")
dofile(here .. "common.lua")

function request() return wrk.format("GET", pick(paths) .. "?" .. word(8) .. "=" .. math.random(1e9)) end
