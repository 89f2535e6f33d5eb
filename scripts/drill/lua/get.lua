-- Real files, again and again.
local here = debug.getinfo(1, "S").source:match("^@(.*/)")
dofile(here .. "common.lua")

function request() return wrk.format("GET", pick(paths)) end
