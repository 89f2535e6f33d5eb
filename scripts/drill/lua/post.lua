-- Bodies sent where something reads them: sign-in, uploads.
local here = debug.getinfo(1, "S").source:match("^@(.*/)")
dofile(here .. "common.lua")

local body = string.rep("x", 65536)
local ours = os.getenv("LEVEE_FLOOD_ORIGIN") or ""
function request()
  local origin = (ours ~= "" and math.random() < 0.5) and ours or "https://" .. word(6) .. ".example"
  local headers = { ["Content-Type"] = "application/json", ["Origin"] = origin }
  return wrk.format("POST", pick(paths), headers, math.random() < 0.2 and body or '{"name":"' .. word(8) .. '"}')
end
