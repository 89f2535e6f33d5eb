-- Bodies sent where something reads them: sign-in, uploads.
local here = debug.getinfo(1, "S").source:match("^@(.*/)")
dofile(here .. "common.lua")

local body = string.rep("x", 65536)
function request()
  local headers = { ["Content-Type"] = "application/json", ["Origin"] = "https://" .. word(6) .. ".example" }
  return wrk.format("POST", pick(paths), headers, math.random() < 0.2 and body or '{"name":"' .. word(8) .. '"}')
end
