"""Where the numbers in tests/spec/functions/*.md come from, when no sum beside them says so.

Run with Python 3 and SciPy (1.17): prints every value by the name of the section it is used in. Written from the published
formulas, without sight of the TypeScript.
"""
import numpy as np
from scipy import stats
from scipy.optimize import brentq

asin, sqrt = np.arcsin, np.sqrt
q = lambda p: stats.norm.ppf(p)
z95, z998 = q(0.975), q(0.999)


def arcsine_z(x, n, t):
    return 2 * sqrt(n) * (asin(sqrt(x / n)) - asin(sqrt(t)))


def root_z(o, e):
    return 2 * (sqrt(o) - sqrt(e))


def binomial_mid_p(x, n, t):
    low = stats.binom.cdf(x - 1, n, t) + stats.binom.pmf(x, n, t) / 2
    high = stats.binom.sf(x, n, t) + stats.binom.pmf(x, n, t) / 2
    return q(low) if low < high else -q(high)


def poisson_mid_p(x, m):
    low = stats.poisson.cdf(x - 1, m) + stats.poisson.pmf(x, m) / 2
    high = stats.poisson.sf(x, m) + stats.poisson.pmf(x, m) / 2
    return q(low) if low < high else -q(high)


def show(section, **values):
    print(section)
    for name, value in values.items():
        print(f"  {name:28} {np.array2string(np.asarray(value, float), precision=6, floatmode='fixed', separator=', ')}")


show("VARIATION_Z small", full=arcsine_z(20, 20, 0.95), none=arcsine_z(0, 10, 0.2), half=arcsine_z(60, 100, 0.5))
x, n = np.array([8, 30, 45]), np.array([10, 50, 50])
show("VARIATION_Z pooled", benchmark=83 / 110, z=arcsine_z(x, n, 83 / 110))
show("VARIATION_Z without blank row", z=arcsine_z(x[[0, 2]], n[[0, 2]], 53 / 60))
show("VARIATION_Z exact", a=binomial_mid_p(20, 20, 0.95), b=binomial_mid_p(19, 20, 0.8), c=binomial_mid_p(0, 10, 0.2))
show("VARIATION_Z score", half=(60 - 50) / sqrt(25), full=(20 - 19) / sqrt(0.95))
show("VARIATION_Z log odds", half=(np.log(60.5 / 40.5) - 0) / sqrt(1 / 60.5 + 1 / 40.5))
show("VARIATION_Z rate", z=root_z(np.array([40, 90]), np.array([10000, 20000]) * 0.005))
show("VARIATION_Z ratio", transform=root_z(30, 20), exact=poisson_mid_p(30, 20), score=10 / sqrt(20), log=np.log(1.5) * sqrt(20), zero=poisson_mid_p(0, 1))

# ten practices, overdispersion
x = np.array([70, 80, 75, 60, 90, 85, 40, 95, 78, 72])
n = np.full(10, 100)
t = asin(sqrt(x.sum() / n.sum()))
y, s = asin(sqrt(x / n)), 1 / (2 * sqrt(n))


def moments(z, s):
    k, w, phi = len(z), 1 / s**2, np.mean(z**2)
    tau2 = 0 if k * phi < k - 1 else (k * phi - (k - 1)) / (w.sum() - (w**2).sum() / w.sum())
    return phi, tau2


z = (y - t) / s
winsorised = np.clip(z, *np.percentile(z, [10, 90]))
phi, tau2 = moments(winsorised, s)
show("ten practices", pooled=x.sum() / n.sum(), z=z, phi=phi, tau2=tau2, adjusted=(y - t) / sqrt(s**2 + tau2), moved=np.sum(winsorised != z))
show("ten practices shrunk", value=np.sin(t + tau2 / (tau2 + s**2) * (y - t)) ** 2)
show("ten practices against 0.7", z=(y - asin(sqrt(0.7))) / s)

o = np.array([12, 25, 8, 30, 18, 22, 9, 40, 15, 21])
e = np.full(10, 20.0)
zlog = np.log(o / e) * sqrt(e)
place = stats.rankdata(zlog) / 11
kept = (place >= 0.1) & (place < 0.9)
phi_log, tau2_log = moments(zlog[kept], (1 / sqrt(e))[kept])
show("ten ratios on the log scale", phi=phi_log, tau2=tau2_log, kept=kept.sum(), dropped=(~kept).sum())

show("WILSON", **{f"{a}/{b} at {c}": stats.binomtest(a, b).proportion_ci(c, "wilson") for a, b, c in [(48, 100, 0.95), (0, 25, 0.95), (25, 25, 0.95), (48, 100, 0.998)]})


def byar(count, confidence):
    z = q(0.5 + confidence / 2)
    if count < 10:
        a = (1 - confidence) / 2
        return (0 if count == 0 else stats.chi2.ppf(a, 2 * count) / 2), stats.chi2.ppf(1 - a, 2 * count + 2) / 2
    limit = lambda k, d: k * (1 - 1 / (9 * k) + d * z / (3 * sqrt(k))) ** 3
    return limit(count, -1), limit(count + 1, 1)


show("BYARS", five=byar(5, 0.95), hundred=byar(100, 0.95), nought=byar(0, 0.95), rate=np.array(byar(100, 0.95)) / 20000 * 1000, outer=byar(100, 0.998))


def funnel(n, t, z, tau2=0.0):
    spread = z * sqrt(1 / (4 * n) + tau2)
    return np.sin(np.clip(np.array([asin(sqrt(t)) - spread, asin(sqrt(t)) + spread]), 0, np.pi / 2)) ** 2


def root_funnel(e, z, tau2=0.0):
    spread = z * sqrt(1 / (4 * e) + tau2)
    return np.maximum([1 - spread, 1 + spread], 0) ** 2


show("FUNNEL proportion", inner=funnel(100, 0.5, z95), larger=funnel(400, 0.5, z95), outer=funnel(100, 0.5, z998), small=funnel(4, 0.9, z95), tau2=funnel(100, 0.5, z95, 0.01))
show("FUNNEL ratio and rate", ratio=root_funnel(20, z95), tiny=root_funnel(0.5, z95), rate=0.005 * root_funnel(10000 * 0.005, z95))
show("BAND", z=[binomial_mid_p(k, 100, 0.5) for k in (30, 40, 50, 60, 70)], small=[binomial_mid_p(k, 20, 0.95) for k in (16, 17, 18, 20)], counts=[poisson_mid_p(k, 10) for k in (1, 4, 10, 18, 25)])
show("BAND byar", three=byar(3, 0.95), eighteen=byar(18, 0.95), five=byar(5, 0.95))
show("LTC z", a=(80 + 15 - (100 * 0.7 + 20 * 0.6)) / sqrt(100 * 0.21 + 20 * 0.24))
series = np.array([10, 12, 11, 13, 12, 30, 11, 12])
mr = np.abs(np.diff(series))
for screen in (False, True):
    kept_mr = mr[mr < 3.267 * mr.mean()] if screen else mr
    show(f"XMR screen={screen}", limits=[series.mean(), series.mean() - 2.66 * kept_mr.mean(), series.mean() + 2.66 * kept_mr.mean()])
long = np.array([10, 12, 11, 13, 12, 11, 12, 13, 11, 12, 40, 41, 40, 42, 41])
mr = np.abs(np.diff(long))
for screen in (False, True):
    kept_mr = mr[mr < 3.267 * mr.mean()] if screen else mr
    show(f"XMR one jump screen={screen}", limits=[long.mean(), long.mean() - 2.66 * kept_mr.mean(), long.mean() + 2.66 * kept_mr.mean()])
